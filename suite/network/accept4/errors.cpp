// accept4 refuses a descriptor from which nothing can be accepted. On a nonblocking listener
// without a connection it fails with EAGAIN.
// Covers: accept4 EBADF, ENOTSOCK, EINVAL, EOPNOTSUPP, EAGAIN, EFAULT, EMFILE
#include "wali/test.h"

void test() {
  setup::Listener listener = setup::tcp_listener();
  setup::set_status_flags(listener.socket, O_NONBLOCK);
  Fd idle = setup::socket(AF_INET, SOCK_STREAM), datagram = setup::socket(AF_INET, SOCK_DGRAM);
  Pipe pipe = setup::pipe();
  report("closed descriptor", sys::accept4(1000, nullptr, nullptr, 0));
  report("no socket", sys::accept4(pipe.read, nullptr, nullptr, 0));
  report("not listening", sys::accept4(idle, nullptr, nullptr, 0));
  report("datagrams", sys::accept4(datagram, nullptr, nullptr, 0));
  Guarded<sockaddr_in> peer;
  uint32_t size = 16;
  report("nobody there", sys::accept4(listener.socket, &peer, &size, 0));
  report_poison("address", peer);
  report("size", size);
  setup::connect(idle, listener.address);
  report("bad address", sys::accept4(listener.socket, setup::bad_address(), &size, 0));
  report("the connection is gone", sys::accept4(listener.socket, nullptr, nullptr, 0));
  Fd second = setup::socket(AF_INET, SOCK_STREAM);
  setup::connect(second, listener.address);
  setup::limit(RLIMIT_NOFILE, static_cast<uint64_t>(second) + 1);
  report("no descriptor left", sys::accept4(listener.socket, nullptr, nullptr, 0));
  setup::limit(RLIMIT_NOFILE, 64);
  size = 0x80000000;
  report("negative length, of the connection that waited", sys::accept4(listener.socket, &peer, &size, 0));
  report_poison("address", peer);
  report("that one is gone too", sys::accept4(listener.socket, nullptr, nullptr, 0));
}

// accept refuses a descriptor from which nothing can be accepted. On a nonblocking listener
// without a connection it fails with EAGAIN.
// Covers: accept EBADF, ENOTSOCK, EINVAL, EOPNOTSUPP, EAGAIN, EFAULT, EMFILE
#include "wali/test.h"

void test() {
  setup::Listener listener = setup::tcp_listener();
  setup::set_status_flags(listener.socket, O_NONBLOCK);
  Fd idle = setup::socket(AF_INET, SOCK_STREAM), datagram = setup::socket(AF_INET, SOCK_DGRAM);
  Pipe pipe = setup::pipe();
  report("closed descriptor", sys::accept(1000, nullptr, nullptr));
  report("no socket", sys::accept(pipe.read, nullptr, nullptr));
  report("not listening", sys::accept(idle, nullptr, nullptr));
  report("datagrams", sys::accept(datagram, nullptr, nullptr));
  Guarded<sockaddr_in> peer;
  uint32_t size = 16;
  report("nobody there", sys::accept(listener.socket, &peer, &size));
  report_poison("address", peer);
  report("size", size);
  setup::connect(idle, listener.address);
  report("bad address", sys::accept(listener.socket, setup::bad_address(), &size));
  report("the connection is gone", sys::accept(listener.socket, nullptr, nullptr));
  Fd second = setup::socket(AF_INET, SOCK_STREAM);
  setup::connect(second, listener.address);
  setup::limit(RLIMIT_NOFILE, static_cast<uint64_t>(second) + 1);
  report("no descriptor left", sys::accept(listener.socket, nullptr, nullptr));
  setup::limit(RLIMIT_NOFILE, 64);
  size = 0x80000000;
  report("negative length, of the connection that waited", sys::accept(listener.socket, &peer, &size));
  report_poison("address", peer);
  report("that one is gone too", sys::accept(listener.socket, nullptr, nullptr));
}

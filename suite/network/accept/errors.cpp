// accept and accept4 refuse a descriptor from which nothing can be accepted, and fail with EAGAIN on a nonblocking
// listener without a connection. A connection whose address cannot be stored is lost. If no descriptor is free, the
// connection stays in the queue.
// Covers: accept EBADF, ENOTSOCK, EINVAL, EOPNOTSUPP, EAGAIN, EFAULT, EMFILE
// Covers: accept4 EBADF, ENOTSOCK, EINVAL, EOPNOTSUPP, EAGAIN, EFAULT, EMFILE
#include "suite/network/messages.h"

namespace {

void accept_nothing(const AcceptCall &call) {
  setup::Listener listener = setup::tcp_listener();
  setup::set_status_flags(listener.socket, O_NONBLOCK);
  Fd idle = setup::socket(AF_INET, SOCK_STREAM), datagram = setup::socket(AF_INET, SOCK_DGRAM);
  Pipe pipe = setup::pipe();
  auto report_accept = [&](const char *what, int from, void *address, uint32_t *size) {
    report(label(call.name, ", ", what), call.accept(from, address, size));
  };
  report_accept("closed descriptor", 1000, nullptr, nullptr);
  report_accept("no socket", pipe.read, nullptr, nullptr);
  report_accept("not listening", idle, nullptr, nullptr);
  report_accept("datagrams", datagram, nullptr, nullptr);
  Guarded<sockaddr_in> peer;
  uint32_t size = 16;
  report_accept("nobody there", listener.socket, &peer, &size);
  report_poison("address", peer);
  report("size", size);
  setup::connect(idle, listener.address);
  report_accept("bad address", listener.socket, setup::bad_address(), &size);
  report_accept("that connection is gone", listener.socket, nullptr, nullptr);
  Fd second = setup::caller(listener);
  setup::limit(RLIMIT_NOFILE, static_cast<uint64_t>(second) + 1);
  report_accept("no descriptor left", listener.socket, nullptr, nullptr);
  setup::limit(RLIMIT_NOFILE, 64);
  size = 0x80000000;
  report_accept("negative length, of the connection that waited", listener.socket, &peer, &size);
  report_poison("address", peer);
  report_accept("that one is gone too", listener.socket, nullptr, nullptr);
}

} // namespace

void test() {
  for (const AcceptCall &call : accept_calls)
    accept_nothing(call);
}

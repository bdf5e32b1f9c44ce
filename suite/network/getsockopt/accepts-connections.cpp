// SO_ACCEPTCONN is 1 for a listener, and 0 for every other socket.
// Covers: getsockopt SO_ACCEPTCONN
#include "wali/test.h"

namespace {

void report_accepts(const char *name, int socket) {
  int value = -1;
  uint32_t size = sizeof(value);
  report(name, sys::getsockopt(socket, SOL_SOCKET, SO_ACCEPTCONN, &value, &size));
  report("accepts", value);
}

template <class Address> void report_states(const char *name, int domain, int type, Address address) {
  report("kind", name);
  Fd listener = setup::socket(domain, type), client = setup::socket(domain, type);
  report_accepts("new", listener);
  setup::bind(listener, address);
  report_accepts("bound", listener);
  setup::listen(listener);
  report_accepts("listening", listener);
  uint32_t size = sizeof(address);
  setup::require_zero("getsockname", sys::getsockname(listener, &address, &size));
  setup::require_zero("connect", sys::connect(client, &address, size));
  report_accepts("connected", client);
  report_accepts("accepted", setup::accept(listener));
}

} // namespace

void test() {
  report_states("local stream", AF_UNIX, SOCK_STREAM, sockaddr_un{AF_UNIX, "stream"});
  report_states("local packets", AF_UNIX, SOCK_SEQPACKET, sockaddr_un{AF_UNIX, "packets"});
  report_states("TCP", AF_INET, SOCK_STREAM, setup::loopback(0));
}

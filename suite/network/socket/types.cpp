// The domain, the type and the protocol choose the socket, which gets the lowest free
// descriptor. SOCK_CLOEXEC and SOCK_NONBLOCK go with the type, and set the descriptor's flags.
// Covers: socket AF_INET, AF_UNIX, SOCK_STREAM, SOCK_DGRAM, SOCK_SEQPACKET, SOCK_CLOEXEC, SOCK_NONBLOCK
// Covers: getsockopt SO_DOMAIN, SO_TYPE, SO_PROTOCOL
#include "wali/test.h"

namespace {

int option(int socket, int name) {
  int value = -1;
  uint32_t size = sizeof(value);
  setup::require_zero("getsockopt", sys::getsockopt(socket, SOL_SOCKET, name, &value, &size));
  return value;
}

void report_socket(int domain, int type) {
  const Result result = sys::socket(domain, type, 0);
  report("socket", result);
  Fd socket(result.fd());
  report("domain", Choice{abi::sets::address_family, option(socket, SO_DOMAIN)});
  report("type", Choice{abi::sets::socket_type, option(socket, SO_TYPE)});
  report("protocol", option(socket, SO_PROTOCOL));
  report("descriptor flags", setup::descriptor_flags(socket));
  report("status flags", setup::status_flags(socket));
}

} // namespace

void test() {
  report("lowest free number", setup::lowest_free_descriptor());
  report_socket(AF_INET, SOCK_STREAM);
  report_socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC);
  report_socket(AF_UNIX, SOCK_DGRAM | SOCK_NONBLOCK);
  report_socket(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC | SOCK_NONBLOCK);
}

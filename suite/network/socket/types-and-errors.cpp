// Domain, type and protocol choose the socket; what does not exist is refused
// with its own error; flags ride on the type.
// Covers: socket SOCK_CLOEXEC, SOCK_NONBLOCK, EAFNOSUPPORT, EPROTONOSUPPORT, EINVAL, ESOCKTNOSUPPORT, EMFILE
// Covers: getsockopt SO_DOMAIN, SO_TYPE, SO_PROTOCOL
#include "wali/test.h"

namespace {

int option(int socket, int name) {
  int value = -1;
  uint32_t size = sizeof(value);
  setup::require_zero("getsockopt", sys::getsockopt(socket, SOL_SOCKET, name, &value, &size));
  return value;
}

} // namespace

void test() {
  Fd socket(sys::socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0).fd());
  report("domain", Choice{abi::sets::address_family, option(socket, SO_DOMAIN)});
  report("type", Choice{abi::sets::socket_type, option(socket, SO_TYPE)});
  report("protocol", Choice{abi::sets::ip_protocol, option(socket, SO_PROTOCOL)});
  report("close on exec", setup::descriptor_flags(socket));
  report("status flags", setup::status_flags(socket));
  report("domain 99", sys::socket(99, SOCK_STREAM, 0));
  report("type 7", sys::socket(AF_INET, 7, 0));
  report("unknown flag", sys::socket(AF_INET, SOCK_STREAM | 0x100, 0));
  report("TCP datagrams", sys::socket(AF_INET, SOCK_DGRAM, IPPROTO_TCP));
  report("AF_UNIX with protocol 5", sys::socket(AF_UNIX, SOCK_STREAM, 5));
  setup::limit(RLIMIT_NOFILE, 4);
  report("no descriptor left", sys::socket(AF_INET, SOCK_STREAM, 0));
}

// The protocol that a type has anyhow may be named. The socket is the same as with 0.
// Covers: socket protocol
// Covers: getsockopt SO_PROTOCOL
#include "wali/test.h"

namespace {

void report_socket(int domain, int type, int protocol) {
  const Result result = sys::socket(domain, type, protocol);
  report(label("socket, ", Choice{abi::sets::address_family, domain}, ", protocol ", protocol), result);
  Fd socket(result.fd());
  int value = -1;
  uint32_t size = sizeof(value);
  report("getsockopt", sys::getsockopt(socket, SOL_SOCKET, SO_PROTOCOL, &value, &size));
  report("SO_PROTOCOL", value);
}

} // namespace

void test() {
  report_socket(AF_INET, SOCK_STREAM, IPPROTO_TCP);
  report_socket(AF_INET, SOCK_DGRAM, IPPROTO_UDP);
  report_socket(AF_UNIX, SOCK_STREAM, AF_UNIX);
  report_socket(AF_UNIX, SOCK_DGRAM, AF_UNIX);
}

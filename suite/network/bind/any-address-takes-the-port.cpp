// While a socket has a port at INADDR_ANY, no other can bind that port at a single address of the machine, nor the
// other way round. It can when the first socket is closed.
// Covers: bind EADDRINUSE, INADDR_ANY
// REQUIRES: namespaces
#include "suite/network/addresses.h"

namespace {

Result bind(int type, const sockaddr_in &address) {
  return sys::bind(setup::socket(AF_INET, type), &address, sizeof(address));
}

} // namespace

void test() {
  const sockaddr_in any = {AF_INET, __builtin_bswap16(20000), 0, {}}, one = loopback_host(1, any.sin_port),
                    other = loopback_host(2, any.sin_port);
  for (int type : {SOCK_STREAM, SOCK_DGRAM}) {
    Fd everywhere = bound_socket(type, any);
    const Choice name = {abi::sets::socket_type, type};
    report(label(name, ", all are taken: 127.0.0.1"), bind(type, one));
    report(label(name, ", all are taken: 127.0.0.2"), bind(type, other));
    report(label(name, ", all are taken: all"), bind(type, any));
    everywhere.reset();
    Fd specific = bound_socket(type, one);
    report(label(name, ", 127.0.0.1 is taken: all"), bind(type, any));
    specific.reset();
    report(label(name, ", none is taken: all"), bind(type, any));
  }
}

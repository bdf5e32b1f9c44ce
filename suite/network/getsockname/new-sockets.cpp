// A new socket has neither address nor port, and a local one no name. bind with port 0 chooses a
// port, and each socket's is its own.
// Covers: getsockname new socket, port 0
// REQUIRES: ipv6
#include "suite/network/addresses.h"

void test() {
  for (int type : {SOCK_STREAM, SOCK_DGRAM}) {
    Fd four = setup::socket(AF_INET, type), six = setup::socket(AF_INET6, type), local = setup::socket(AF_UNIX, type);
    const Choice name = {abi::sets::socket_type, type};
    report(label(name, ", IPv4"), name_of<sockaddr_in>(four));
    report(label(name, ", IPv6"), name_of<sockaddr_in6>(six));
    LocalRoom own;
    report(label("getsockname of a local ", name), sys::getsockname(local, &own.address, &own.size));
    report_local(own, 0);
    setup::bind(four, setup::loopback(0));
    const auto chosen = name_of<sockaddr_in>(four);
    report("after bind", chosen);
    report("bind of the same port", sys::bind(setup::socket(AF_INET, type), &chosen, sizeof(chosen)));
    report("the same again", name_of<sockaddr_in>(four));
  }
}

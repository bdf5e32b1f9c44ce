// A socket at INADDR_ANY receives what is sent to any address of the machine.
// Covers: bind INADDR_ANY
// REQUIRES: namespaces
#include "suite/network/addresses.h"

void test() {
  const sockaddr_in any = {AF_INET, 0, 0, {}};
  Fd receiver = setup::socket(AF_INET, SOCK_DGRAM), listener = setup::socket(AF_INET, SOCK_STREAM);
  report("bind for datagrams", sys::bind(receiver, &any, sizeof(any)));
  report("bind for connections", sys::bind(listener, &any, sizeof(any)));
  setup::listen(listener);
  const auto datagrams = name_of<sockaddr_in>(receiver), connections = name_of<sockaddr_in>(listener);
  report("datagrams", datagrams);
  report("connections", connections);
  for (uint8_t host : {uint8_t{1}, uint8_t{2}}) {
    const sockaddr_in here = loopback_host(host, datagrams.sin_port);
    setup::require_value("sendto", sys::sendto(setup::socket(AF_INET, SOCK_DGRAM), "x", 1, 0, &here, sizeof(here)), 1);
    char byte;
    report(label("recvfrom, sent to 127.0.0.", host), sys::recvfrom(receiver, &byte, 1, 0, nullptr, nullptr));
    const sockaddr_in there = loopback_host(host, connections.sin_port);
    report("connect", sys::connect(setup::socket(AF_INET, SOCK_STREAM), &there, sizeof(there)));
    report("the accepted one's address", name_of<sockaddr_in>(setup::accept(listener)));
  }
}

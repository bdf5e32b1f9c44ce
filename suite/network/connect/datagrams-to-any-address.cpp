// A UDP socket that connects to INADDR_ANY has this machine as its peer. AF_UNSPEC removes the peer as usual.
// Covers: connect INADDR_ANY, AF_UNSPEC
// Covers: getpeername INADDR_ANY
#include "suite/network/addresses.h"

void test() {
  setup::Bound receiver = setup::udp_socket();
  Fd socket = setup::socket(AF_INET, SOCK_DGRAM);
  const sockaddr_in any = {AF_INET, receiver.address.sin_port, 0, {}}, none = {};
  report("receiver", receiver.address);
  report("connect", sys::connect(socket, &any, sizeof(any)));
  Guarded<sockaddr_in> peer;
  uint32_t size = sizeof(sockaddr_in);
  report("getpeername", sys::getpeername(socket, &peer, &size));
  report("peer", *peer);
  report("own address", Hex{__builtin_bswap32(name_of<sockaddr_in>(socket).sin_addr)});
  report("sendto", sys::sendto(socket, "here", 4, 0, nullptr, 0));
  report_arrival("recvfrom", receiver.socket);
  report("connect to AF_UNSPEC", sys::connect(socket, &none, sizeof(none)));
  report("getpeername afterwards", sys::getpeername(socket, &peer, &size));
}

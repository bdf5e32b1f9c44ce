// group_req has 136 bytes: the interface at 0 and an address of 128 bytes at 8.
// Covers: layouts group_req, sockaddr_storage
// Covers: setsockopt layout, MCAST_JOIN_GROUP
#include "suite/abi/layouts/raw.h"

void test() {
  Fd socket = setup::socket(AF_INET, SOCK_DGRAM);
  auto request = layouts::Raw<136>::zeros();
  request.put<uint32_t>(0, 1).put<uint32_t>(4, 0xffffffff).put<uint16_t>(8, AF_INET);
  request.put<uint8_t>(12, 239).put<uint8_t>(13, 1).put<uint8_t>(14, 2).put<uint8_t>(15, 3);
  report("join", sys::setsockopt(socket, SOL_IP, MCAST_JOIN_GROUP, request, 136));
  report("join again", sys::setsockopt(socket, SOL_IP, MCAST_JOIN_GROUP, request, 136));
  // The same as ip_mreq: the group, and the address of the interface.
  auto membership = layouts::Raw<8>::zeros();
  membership.put<uint8_t>(0, 239).put<uint8_t>(1, 1).put<uint8_t>(2, 2).put<uint8_t>(3, 3);
  membership.put<uint8_t>(4, 127).put<uint8_t>(7, 1);
  report("leave by address", sys::setsockopt(socket, SOL_IP, IP_DROP_MEMBERSHIP, membership, 8));
  report("leave again", sys::setsockopt(socket, SOL_IP, IP_DROP_MEMBERSHIP, membership, 8));
}

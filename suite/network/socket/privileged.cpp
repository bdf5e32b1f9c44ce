// SOCK_RAW and AF_PACKET sockets need privilege. An ordinary user's call fails with EPERM and returns no descriptor.
// Covers: socket EPERM, SOCK_RAW, AF_PACKET
// REQUIRES: user
#include "wali/test.h"

void test() {
  report("the lowest descriptor", setup::lowest_free_descriptor());
  report("SOCK_RAW", sys::socket(AF_INET, SOCK_RAW, IPPROTO_UDP));
  report("SOCK_RAW with flags", sys::socket(AF_INET, SOCK_RAW | SOCK_CLOEXEC, IPPROTO_ICMP));
  report("AF_PACKET, SOCK_RAW", sys::socket(AF_PACKET, SOCK_RAW, 0));
  report("AF_PACKET, SOCK_DGRAM", sys::socket(AF_PACKET, SOCK_DGRAM, 0));
  report("the lowest descriptor", setup::lowest_free_descriptor());
}

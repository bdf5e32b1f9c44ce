// recvfrom stores the sender's address and its length. If there is less room, it stores what fits, and still the full
// length.
// Covers: recvfrom address, address length, MSG_TRUNC
#include "wali/test.h"

void test() {
  const auto [receiver, to] = setup::udp_socket();
  const auto [sender, from] = setup::udp_socket();
  for (int i = 0; i < 2; ++i)
    setup::require_value("sendto", sys::sendto(sender, "datagram", 8, 0, &to, sizeof(to)), 8);
  GuardedBytes<4> buffer;
  Guarded<sockaddr_in> address;
  Guarded<uint32_t> told;
  *told = sizeof(sockaddr_in) + 4;
  report("recvfrom", sys::recvfrom(receiver, &buffer, 4, MSG_TRUNC, &address, &told));
  report("bytes", buffer.bytes());
  report_walls("walls of the bytes", buffer);
  report("size", *told);
  report_walls("walls of the size", told);
  report("the sender's name", from);
  report("address", *address);
  report_walls("walls of the address", address);
  address.fill();
  uint32_t size = 4;
  report("the sender's port, in network order", from.sin_port);
  report("recvfrom with room for four bytes", sys::recvfrom(receiver, &buffer, 4, 0, &address, &size));
  report("size of the whole", size);
  report("port", address->sin_port);
  report_poison("address after four bytes", address.bytes().part(4).data, 12);
}

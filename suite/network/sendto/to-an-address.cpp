// Each datagram goes to the address that its sendto names, with as many bytes as it says.
// Covers: sendto address
#include "wali/test.h"

void test() {
  Fd sender = setup::socket(AF_INET, SOCK_DGRAM);
  setup::Bound receivers[] = {setup::udp_socket(), setup::udp_socket()};
  report("to the first", sys::sendto(sender, "for one", 7, 0, &receivers[0].address, 16));
  report("to the second", sys::sendto(sender, "for two", 6, 0, &receivers[1].address, 16));
  for (const setup::Bound &receiver : receivers) {
    char bytes[16] = {};
    report("recvfrom", sys::recvfrom(receiver.socket, bytes, sizeof(bytes), MSG_DONTWAIT, nullptr, nullptr));
    report("bytes", Text(bytes));
    report("recvfrom again", sys::recvfrom(receiver.socket, bytes, sizeof(bytes), MSG_DONTWAIT, nullptr, nullptr));
  }
}

// An AF_PACKET socket receives what goes over the interfaces, and MSG_TRUNC returns the whole length. With SOCK_DGRAM
// the packet comes without the header of the device.
// Covers: socket AF_PACKET, SOCK_RAW, SOCK_DGRAM
// Covers: recvfrom MSG_TRUNC, AF_PACKET
// Covers: recvmsg MSG_TRUNC, AF_PACKET
// REQUIRES: root || ns-root, namespaces
#include "suite/network/messages.h"

namespace {

constexpr int internet = __builtin_bswap16(0x800); // ETH_P_IP, in network order

} // namespace

void test() {
  const sockaddr_in to = setup::loopback(9);
  for (int type : {SOCK_RAW, SOCK_DGRAM})
    for (const ReceiveCall &call : receive_calls) {
      const Result result = sys::socket(AF_PACKET, type, internet);
      report(label("socket, ", Choice{abi::sets::socket_type, type}), result);
      Fd packets(result.fd());
      setup::require_value("sendto", sys::sendto(setup::socket(AF_INET, SOCK_DGRAM), "data", 4, 0, &to, sizeof(to)), 4);
      GuardedBytes<15> bytes;
      report(call.name, call.receive(packets, &bytes, 15, MSG_TRUNC));
      report("first byte of what is left", Hex{static_cast<uint8_t>(bytes.bytes().data[0])});
      report("last", Hex{static_cast<uint8_t>(bytes.bytes().data[14])});
      report_walls("walls", bytes);
    }
}

// A socket of SOCK_RAW receives the datagrams of its protocol with their IP header, which the kernel
// writes for what it sends.
// Covers: socket SOCK_RAW
// REQUIRES: root || ns-root, namespaces
#include "wali/test.h"

namespace {

struct Packet {
  uint8_t version_and_length, service;
  uint16_t length, id, fragment;
  uint8_t time_to_live, protocol;
  uint16_t checksum;
  uint32_t source, destination;
  uint16_t source_port, destination_port, datagram_length, datagram_checksum;
  char data[4];
};

} // namespace

void test() {
  const Result result = sys::socket(AF_INET, SOCK_RAW, IPPROTO_UDP);
  report("socket", result);
  Fd raw(result.fd());
  setup::Bound receiver = setup::udp_socket();
  report("receiver", receiver.address);
  setup::require_value("sendto", sys::sendto(setup::socket(AF_INET, SOCK_DGRAM), "data", 4, 0, &receiver.address, 16),
                       4);
  Guarded<Packet> packet;
  report("read", sys::read(raw, &packet, sizeof(Packet)));
  report("version and length of the header", Hex{packet->version_and_length});
  report("length", __builtin_bswap16(packet->length));
  report("protocol", Choice{abi::sets::ip_protocol, packet->protocol});
  report("source", Hex{__builtin_bswap32(packet->source)});
  report("destination port", __builtin_bswap16(packet->destination_port));
  report("data", Text(packet->data, 4));
  const struct {
    uint16_t source_port, destination_port, length, checksum;
    char data[4];
  } datagram = {0x0900, receiver.address.sin_port, 0x0c00, 0, {'s', 'e', 'n', 't'}}; // in network order
  report("sendto", sys::sendto(raw, &datagram, sizeof(datagram), 0, &receiver.address, 16));
  char bytes[8];
  for (const char *name : {"data", "sent"}) {
    report(label("recvfrom, ", name), sys::recvfrom(receiver.socket, bytes, sizeof(bytes), 0, nullptr, nullptr));
    report("bytes", Text(bytes, 4));
  }
}

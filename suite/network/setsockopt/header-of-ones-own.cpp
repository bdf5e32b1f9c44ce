// With IP_HDRINCL the sender of a raw socket writes the IP header, and IP_TTL and IP_TOS do nothing.
// Covers: setsockopt IP_HDRINCL
// REQUIRES: root || ns-root, namespaces
#include "suite/network/arrivals.h"

namespace {

// Headers of IP and UDP, and a byte of data.
struct __attribute__((packed)) Packet {
  uint8_t version = 0x45, tos = 0x08;
  uint16_t length = 0, id = 0, fragment = 0;
  uint8_t ttl = 9, protocol = IPPROTO_UDP;
  uint16_t checksum = 0;
  uint32_t from = on_loopback, to = on_loopback;
  uint16_t from_port = __builtin_bswap16(7), to_port, udp_length = __builtin_bswap16(9), udp_checksum = 0;
  char data = 'x';
};

template <class Value> void report_along(const char *name, int raw, int option) {
  setup::Bound receiver = setup::udp_socket();
  setup::set_option(receiver.socket, SOL_IP, option, 1);
  const Packet packet = {.to_port = receiver.address.sin_port};
  report("sendto", sys::sendto(raw, &packet, sizeof(packet), 0, &receiver.address, sizeof(sockaddr_in)));
  await_arrival(receiver.socket);
  char bytes[2] = {};
  Control<Value> along = {};
  sockaddr_in from = {};
  Message message(bytes, sizeof(bytes));
  report("recvmsg", sys::recvmsg(receiver.socket, message.with_control(along).with_name(from), MSG_DONTWAIT));
  report("bytes", Text(bytes));
  report("from", from);
  report(name, along.value);
}

} // namespace

void test() {
  Fd raw = setup::socket(AF_INET, SOCK_RAW, IPPROTO_UDP);
  const int on = 1;
  report("IP_HDRINCL", sys::setsockopt(raw, SOL_IP, IP_HDRINCL, &on, sizeof(on)));
  setup::set_option(raw, SOL_IP, IP_TTL, 99);
  setup::set_option(raw, SOL_IP, IP_TOS, 0x10);
  report_along<int>("time to live", raw, IP_RECVTTL);
  report_along<uint8_t>("type of service", raw, IP_RECVTOS);
}

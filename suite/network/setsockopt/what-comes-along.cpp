// A UDP socket that asks for it gets in control messages the time to live, the type of service, and the interface of
// a datagram.
// Covers: setsockopt IP_PKTINFO, IP_RECVTTL, IP_RECVTOS, IP_TTL, IP_TOS
#include "wali/test.h"

namespace {

// Receives one datagram with its only control message.
template <class Value> void report_along(int option, const char *name) {
  setup::Bound receiver = setup::udp_socket(), sender = setup::udp_socket();
  const int on = 1, ttl = 33, tos = 0x10;
  report(label(name, " asked for"), sys::setsockopt(receiver.socket, SOL_IP, option, &on, sizeof(on)));
  setup::set_option(sender.socket, SOL_IP, IP_TTL, ttl);
  setup::set_option(sender.socket, SOL_IP, IP_TOS, tos);
  setup::require_value("sendto", sys::sendto(sender.socket, "x", 1, 0, &receiver.address, sizeof(receiver.address)), 1);
  char byte;
  Control<Value> along = {};
  Message message(&byte, 1);
  message.with_control(along);
  report("recvmsg", sys::recvmsg(receiver.socket, message, 0));
  report("level", Choice{abi::sets::socket_level, along.header.cmsg_level});
  report("type", along.header.cmsg_type);
  report(name, Hex{reinterpret_cast<const uint8_t *>(&along.value)[0]});
}

} // namespace

void test() {
  report_along<uint32_t>(IP_RECVTTL, "time to live");
  report_along<uint8_t>(IP_RECVTOS, "type of service");
  report_along<uint32_t[3]>(IP_PKTINFO, "interface");
}

// Control messages set the time to live and the type of service of one IPv4 datagram. The datagrams after it have those
// of the socket. Values out of range, and messages without one, are refused.
// Covers: sendmsg IP_TTL, IP_TOS, EINVAL
// Covers: recvmsg IP_TTL, IP_TOS
#include "suite/network/arrivals.h"

namespace {

Result send(const setup::Bound &sender, setup::Bound &to, int type, int value, uint32_t size = sizeof(int)) {
  Control<int> control = {{static_cast<uint32_t>(sizeof(cmsghdr) + size), 0, SOL_IP, type}, value};
  return sys::sendmsg(sender.socket, Message("x").with_name(to.address).with_control(control), 0);
}

template <class Value> void report_received(const char *name, int socket) {
  await_arrival(socket);
  char byte;
  Control<Value> along = {};
  report(name, sys::recvmsg(socket, Message(&byte, 1).with_control(along), MSG_DONTWAIT));
  report("type", along.header.cmsg_type);
  report("value", along.value);
}

} // namespace

void test() {
  setup::Bound sender = setup::udp_socket(), lives = setup::udp_socket(), serves = setup::udp_socket();
  setup::set_option(lives.socket, SOL_IP, IP_RECVTTL, 1);
  setup::set_option(serves.socket, SOL_IP, IP_RECVTOS, 1);
  setup::set_option(sender.socket, SOL_IP, IP_TTL, 33);
  setup::set_option(sender.socket, SOL_IP, IP_TOS, 0x08);
  report("sendmsg with IP_TTL of 42", send(sender, lives, IP_TTL, 42));
  for (int value : {0, 256})
    report(label("sendmsg with IP_TTL of ", value), send(sender, lives, IP_TTL, value));
  report("sendmsg with IP_TTL without a value", send(sender, lives, IP_TTL, 42, 0));
  send_from(sender.socket, "x", lives.address);
  report_received<int>("recvmsg", lives.socket);
  report_received<int>("recvmsg of the next", lives.socket);
  report("sendmsg with IP_TOS of 0x10", send(sender, serves, IP_TOS, 0x10));
  report("sendmsg with IP_TOS without a value", send(sender, serves, IP_TOS, 0x10, 0));
  send_from(sender.socket, "x", serves.address);
  report_received<uint8_t>("recvmsg", serves.socket);
  report_received<uint8_t>("recvmsg of the next", serves.socket);
}

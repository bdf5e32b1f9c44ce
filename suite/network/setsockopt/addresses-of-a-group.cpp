// With IP_PKTINFO a datagram to a group comes with the group that it was sent to, and with the local address of the
// interface.
// Covers: setsockopt IP_PKTINFO
// REQUIRES: namespaces
#include "suite/network/setsockopt/groups.h"

void test() {
  Member member;
  setup::set_option(member.socket, SOL_IP, IP_ADD_MEMBERSHIP, Group{group, on_loopback});
  const int on = 1;
  report("setsockopt IP_PKTINFO", sys::setsockopt(member.socket, SOL_IP, IP_PKTINFO, &on, sizeof(on)));
  send_to_group(member.at_group, "x");
  await_arrival(member.socket);
  char byte;
  struct Info {
    int index;
    uint32_t local, destination;
  };
  Control<Info> along = {};
  report("recvmsg", sys::recvmsg(member.socket, Message(&byte, 1).with_control(along), MSG_DONTWAIT));
  report("interface", along.value.index);
  report("local address", Hex{__builtin_bswap32(along.value.local)});
  report("sent to", Hex{__builtin_bswap32(along.value.destination)});
}

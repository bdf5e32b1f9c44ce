// IP_MULTICAST_IF chooses the interface by which the socket sends to a group. It takes the interface's address, alone
// or in the structure of a group, or its number.
// Covers: setsockopt IP_MULTICAST_IF, EADDRNOTAVAIL
// REQUIRES: root || ns-root, namespaces, veth
#include "suite/network/setsockopt/groups.h"
#include "suite/network/setsockopt/netlink.h"

namespace {

template <class Choice> void report_interface(const char *name, const Member &member, const Choice &choice) {
  Fd sender = setup::socket(AF_INET, SOCK_DGRAM);
  report(name, sys::setsockopt(sender, SOL_IP, IP_MULTICAST_IF, &choice, sizeof(choice)));
  send_from(sender, "x", member.at_group);
  await_arrival(member.socket);
  char byte;
  Control<uint32_t[3]> along = {};
  report("recvmsg", sys::recvmsg(member.socket, Message(&byte, 1).with_control(along), MSG_DONTWAIT));
  report("interface", along.value[0]);
}

} // namespace

void test() {
  const int second = make_second_interface();
  report("the second interface", second);
  Member member;
  setup::set_option(member.socket, SOL_IP, IP_PKTINFO, 1);
  setup::set_option(member.socket, SOL_IP, IP_ADD_MEMBERSHIP, Group{group, on_loopback});
  setup::set_option(member.socket, SOL_IP, IP_ADD_MEMBERSHIP, Group{group, on_second});
  report_interface("second, by address", member, on_second);
  report_interface("loopback, by address", member, on_loopback);
  report_interface("second, in the structure of a group", member, Group{0, on_second});
  report_interface("loopback, in the structure of a group", member, Group{0, on_loopback});
  report_interface("second, by number", member, GroupAtIndex{0, 0, second});
  report_interface("loopback, by number", member, GroupAtIndex{0, 0, 1});
  const uint32_t nobodys = far_host;
  report("of nobody", sys::setsockopt(member.socket, SOL_IP, IP_MULTICAST_IF, &nobodys, sizeof(nobodys)));
}

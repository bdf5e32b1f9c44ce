// IP_MULTICAST_TTL is the time to live of what is sent to a group, 1 at first and for -1. IP_TTL has no part in it.
// Covers: setsockopt IP_MULTICAST_TTL, EINVAL
// REQUIRES: namespaces
#include "suite/network/setsockopt/groups.h"

namespace {

void report_ttl(int sender, const Member &member) {
  send_from(sender, "x", member.at_group);
  await_arrival(member.socket);
  char byte;
  Control<int> along = {};
  report("recvmsg", sys::recvmsg(member.socket, Message(&byte, 1).with_control(along), MSG_DONTWAIT));
  report("time to live", along.value);
}

} // namespace

void test() {
  Member member;
  setup::set_option(member.socket, SOL_IP, IP_ADD_MEMBERSHIP, Group{group, on_loopback});
  setup::set_option(member.socket, SOL_IP, IP_RECVTTL, 1);
  Fd sender = setup::socket(AF_INET, SOCK_DGRAM);
  setup::set_option(sender, SOL_IP, IP_MULTICAST_IF, on_loopback);
  setup::set_option(sender, SOL_IP, IP_TTL, 99);
  report_ttl(sender, member);
  for (int ttl : {7, 255, 256, -1}) {
    report(label("IP_MULTICAST_TTL ", ttl), sys::setsockopt(sender, SOL_IP, IP_MULTICAST_TTL, &ttl, sizeof(ttl)));
    report_ttl(sender, member);
  }
}

// IP_MSFILTER names all senders of a group that are let in, or all that are shut out, in place of those of before. The
// group has to be joined.
// Covers: setsockopt IP_MSFILTER, EINVAL
// REQUIRES: namespaces
#include "suite/network/setsockopt/groups.h"

void test() {
  Member member;
  const Senders<2> let_in = {group, on_loopback, 1, 2, {host(2), host(3)}}; // MCAST_INCLUDE, linux/in.h
  const Senders<1> shut_out = {group, on_loopback, 0, 1, {host(2)}};        // MCAST_EXCLUDE
  report("not joined", sys::setsockopt(member.socket, SOL_IP, IP_MSFILTER, &let_in, sizeof(let_in)));
  setup::set_option(member.socket, SOL_IP, IP_ADD_MEMBERSHIP, Group{group, on_loopback});
  report("let in .2 and .3", sys::setsockopt(member.socket, SOL_IP, IP_MSFILTER, &let_in, sizeof(let_in)));
  for (uint8_t last : {4, 2, 3})
    send_to_group(member.at_group, label("from .", last).text(), last);
  report_next("received", member.socket);
  report_next("received next", member.socket);
  report("shut out .2", sys::setsockopt(member.socket, SOL_IP, IP_MSFILTER, &shut_out, sizeof(shut_out)));
  for (uint8_t last : {2, 4})
    send_to_group(member.at_group, label("again from .", last).text(), last);
  report_next("received", member.socket);
}

// A socket receives what comes to any group that a socket of the machine has joined. With IP_MULTICAST_ALL of 0 it
// receives only from groups that it has joined itself.
// Covers: setsockopt IP_MULTICAST_ALL
// REQUIRES: namespaces
#include "suite/network/setsockopt/groups.h"

void test() {
  Member other, socket;
  setup::set_option(other.socket, SOL_IP, IP_ADD_MEMBERSHIP, Group{group, on_loopback});
  for (int all : {1, 0}) {
    report(label("IP_MULTICAST_ALL ", all),
           sys::setsockopt(socket.socket, SOL_IP, IP_MULTICAST_ALL, &all, sizeof(all)));
    send_to_group(socket.at_group, "by the group of another");
    socket.send_directly("not by the group");
    report_next("received", socket.socket);
  }
  setup::set_option(socket.socket, SOL_IP, IP_ADD_MEMBERSHIP, Group{group, on_loopback});
  report_next("received next", socket.socket);
}

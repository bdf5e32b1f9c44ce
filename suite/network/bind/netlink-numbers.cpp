// The first netlink socket that binds number 0 gets the number of the process. Another number can be bound once. bind
// joins the groups of its address.
// Covers: bind AF_NETLINK, EADDRINUSE
// Covers: getsockname AF_NETLINK
// REQUIRES: namespaces
#include "suite/network/addresses.h"

namespace {

void report_netlink(const char *name, int socket, sockaddr_nl address) {
  report(name, sys::bind(socket, &address, sizeof(address)));
  Guarded<sockaddr_nl> own;
  uint32_t size = 64;
  report("getsockname", sys::getsockname(socket, &own, &size));
  report("size", size);
  report("number", own->nl_pid);
  report("groups", Hex{own->nl_groups});
  report_walls("walls", own);
}
Fd netlink() { return setup::socket(AF_NETLINK, SOCK_RAW); }

} // namespace

void test() {
  Fd first = netlink(), second = netlink();
  report("getpid", sys::getpid());
  report_netlink("bind without a number", first, {AF_NETLINK, 0, 0, 0});
  report_netlink("bind of 123456, with the groups 1 and 3", second, {AF_NETLINK, 0, 123456, 5});
  const sockaddr_nl same = {AF_NETLINK, 0, 123456, 0};
  report("bind of 123456 again", sys::bind(netlink(), &same, sizeof(same)));
}

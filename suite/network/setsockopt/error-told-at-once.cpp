// A TCP socket with IP_RECVERR reports an ICMP error at once and once, by a read or by SO_ERROR, and the connection
// goes on. poll reports nothing for a socket without the option.
// Covers: setsockopt IP_RECVERR of TCP
// REQUIRES: root || ns-root, namespaces
#include "suite/network/setsockopt/unreachable.h"

void test() {
  SocketPair deaf = setup::tcp_pair(), told_at_once = setup::tcp_pair();
  const int on = 1;
  report("IP_RECVERR", sys::setsockopt(told_at_once.first, SOL_IP, IP_RECVERR, &on, sizeof(on)));
  say_unreachable(deaf);
  say_unreachable(told_at_once);
  pollfd entry = {told_at_once.first, 0, 0};
  report("poll", sys::poll(&entry, 1, 10000));
  report_option("SO_ERROR", told_at_once.first, SOL_SOCKET, SO_ERROR);
  report_option("SO_ERROR again", told_at_once.first, SOL_SOCKET, SO_ERROR);
  entry.fd = deaf.first;
  report("poll without it", sys::poll(&entry, 1, 0));
  say_unreachable(told_at_once);
  char byte;
  report("read", sys::read(told_at_once.first, &byte, 1));
  setup::write_all(told_at_once.second, "y");
  report("read again", sys::read(told_at_once.first, &byte, 1));
}

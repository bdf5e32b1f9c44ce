// IP_MSFILTER returns the number of senders in the filter of a group, and as many of them as there is room for. It
// fails with EADDRNOTAVAIL for a group that the socket has not joined.
// Covers: getsockopt IP_MSFILTER, EADDRNOTAVAIL
#include "suite/network/options.h"

void test() {
  Fd socket = setup::socket(AF_INET, SOCK_DGRAM);
  for (uint32_t sender : {host(2), host(3)})
    setup::set_option(socket, SOL_IP, IP_ADD_SOURCE_MEMBERSHIP, GroupSender{group, on_loopback, sender});
  for (uint32_t room : {0, 1, 2}) {
    Guarded<Senders<2>> senders;
    *senders = {group, on_loopback, 9, room, {}};
    uint32_t size = sizeof(Senders<2>);
    report(label("with room for ", room), sys::getsockopt(socket, SOL_IP, IP_MSFILTER, &senders, &size));
    report("mode", senders->mode);
    report("senders", senders->count);
    for (uint32_t sender : senders->senders)
      report("sender", Hex{__builtin_bswap32(sender)});
    report("size", size);
    report_walls("walls", senders);
  }
  Senders<2> senders = {__builtin_bswap32(0xef010109), on_loopback, 0, 2, {}};
  uint32_t size = sizeof(senders);
  report("of another group", sys::getsockopt(socket, SOL_IP, IP_MSFILTER, &senders, &size));
}

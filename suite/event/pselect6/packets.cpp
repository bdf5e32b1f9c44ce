// pselect6 reports local SOCK_SEQPACKET and SOCK_DGRAM sockets as readable with data and as writable with room. A
// SOCK_SEQPACKET socket is also readable when its peer, or both ends, have shut down writing.
// Covers: pselect6 SOCK_SEQPACKET, SOCK_DGRAM
#include "suite/event/states.h"

void test() {
  states::connection(states::by_pselect6, setup::socketpair(SOCK_SEQPACKET));
  states::local_datagrams(states::by_pselect6);
}

// pselect6 tells of local sockets of packets and of datagrams that they have some, that they have room,
// and of those of packets that one end or both have been shut.
// Covers: pselect6 SOCK_SEQPACKET, SOCK_DGRAM
#include "suite/event/states.h"

void test() {
  states::connection(states::by_pselect6, setup::socketpair(SOCK_SEQPACKET));
  states::local_datagrams(states::by_pselect6);
}

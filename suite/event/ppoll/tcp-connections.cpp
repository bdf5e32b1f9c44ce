// ppoll reports a TCP connection as readable with bytes and as writable with room. It reports POLLRDHUP when the peer
// has shut down writing, and POLLHUP when both ends have.
// Covers: ppoll TCP
#include "suite/event/states.h"

void test() { states::connection(states::by_ppoll, setup::tcp_pair()); }

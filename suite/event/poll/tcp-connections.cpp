// poll reports a TCP connection as readable with bytes and as writable with room. It reports POLLRDHUP when the peer
// has shut down writing, and POLLHUP when both ends have.
// Covers: poll TCP, POLLRDHUP, POLLHUP
#include "suite/event/states.h"

void test() { states::connection(states::by_poll, setup::tcp_pair()); }

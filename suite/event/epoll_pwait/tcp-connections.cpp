// epoll_pwait reports a TCP connection as readable with bytes and as writable with room. It reports EPOLLRDHUP when
// the peer has shut down writing, and EPOLLHUP when both ends have.
// Covers: epoll_pwait TCP
#include "suite/event/states.h"

void test() { states::connection(states::by_epoll_pwait, setup::tcp_pair()); }

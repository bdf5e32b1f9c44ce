// epoll_pwait reports the same events for a FIFO as for a pipe. A reader has no EPOLLHUP before the first writer
// opens the FIFO. The next writer clears EPOLLHUP, and the next reader clears EPOLLERR.
// Covers: epoll_pwait FIFOs
#include "suite/event/states.h"

void test() { states::fifo(states::by_epoll_pwait); }

// epoll_pwait reports a pipe as readable with bytes and as writable with room. A reader has EPOLLHUP when the writers
// have gone, with or without bytes left, and a writer has EPOLLERR when the readers have gone.
// Covers: epoll_pwait pipes
#include "suite/event/states.h"

void test() { states::pipes(states::by_epoll_pwait); }

// epoll_pwait tells of a FIFO what it tells of a pipe. A reader before any writer has not hung up, and the
// next writer and the next reader end what it told when the last had gone.
// Covers: epoll_pwait FIFOs
#include "suite/event/states.h"

void test() { states::fifo(states::by_epoll_pwait); }

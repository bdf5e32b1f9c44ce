// epoll_pwait reports a terminal as readable at the end of its input but not with half a line, and its master as
// readable when there is output. Either end has EPOLLHUP when the other one is closed.
// Covers: epoll_pwait terminals, masters
// REQUIRES: terminal
#include "suite/event/states.h"

void test() { states::terminal_ends(states::by_epoll_pwait); }

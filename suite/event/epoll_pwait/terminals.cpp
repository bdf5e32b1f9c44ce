// epoll_pwait reports a terminal as readable when a line has been typed.
// Covers: epoll_pwait terminals
// REQUIRES: terminal
#include "suite/event/states.h"

void test() { states::terminal(states::by_epoll_pwait); }

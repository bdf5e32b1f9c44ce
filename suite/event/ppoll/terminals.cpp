// ppoll tells of a terminal that a line has been typed.
// Covers: ppoll terminals
// REQUIRES: terminal
#include "suite/event/states.h"

void test() { states::terminal(states::by_ppoll); }

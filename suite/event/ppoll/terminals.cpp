// ppoll reports a terminal as readable when a line has been typed.
// Covers: ppoll terminals
// REQUIRES: terminal
#include "suite/event/states.h"

void test() { states::terminal(states::by_ppoll); }

// pselect6 reports a terminal as readable when a line has been typed.
// Covers: pselect6 terminals
// REQUIRES: terminal
#include "suite/event/states.h"

void test() { states::terminal(states::by_pselect6); }

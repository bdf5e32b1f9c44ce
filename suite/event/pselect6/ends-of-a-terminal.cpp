// pselect6 reports a terminal as readable at the end of its input but not with half a line, and its master as
// readable when there is output. Either end is readable when the other one is closed.
// Covers: pselect6 terminals, masters
// REQUIRES: terminal
#include "suite/event/states.h"

void test() { states::terminal_ends(states::by_pselect6); }

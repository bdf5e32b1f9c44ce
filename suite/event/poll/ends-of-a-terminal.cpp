// poll tells a terminal as readable by whole lines and the end of its input, its master by what is
// printed, and either when the other has gone.
// Covers: poll terminals, masters
// REQUIRES: terminal
#include "suite/event/states.h"

void test() { states::terminal_ends(states::by_poll); }

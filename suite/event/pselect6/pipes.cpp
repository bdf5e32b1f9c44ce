// pselect6 reports a pipe as readable when it has bytes or its writers have gone, and as writable when it has room. A
// writer whose readers have gone is in both sets, because an error counts in either.
// Covers: pselect6 pipes
#include "suite/event/states.h"

void test() { states::pipes(states::by_pselect6); }

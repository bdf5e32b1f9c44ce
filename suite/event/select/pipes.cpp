// select reports a pipe as readable when it has bytes or its writers have gone, and as writable when it has room. A
// writer whose readers have gone is in both sets, because an error counts in either.
// Covers: select pipes
#include "suite/event/states.h"

void test() { states::pipes(states::by_select); }

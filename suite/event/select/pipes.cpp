// select tells a pipe as readable that has bytes or whose writers have gone, as writable where it
// has room, and as both where its readers have gone: an error counts in either set.
// Covers: select pipes
#include "suite/event/states.h"

void test() { states::pipes(states::by_select); }

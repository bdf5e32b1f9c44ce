// poll tells of a pipe that it has bytes, that it has room, that its writers have gone, with or
// without bytes left, and that its readers have gone.
// Covers: poll pipes
#include "suite/event/states.h"

void test() { states::pipes(states::by_poll); }

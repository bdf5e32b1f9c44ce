// ppoll reports a pipe as readable with bytes and as writable with room. A reader has POLLHUP when the writers have
// gone, with or without bytes left, and a writer has POLLERR when the readers have gone.
// Covers: ppoll pipes
#include "suite/event/states.h"

void test() { states::pipes(states::by_ppoll); }

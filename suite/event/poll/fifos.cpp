// poll reports the same events for a FIFO as for a pipe. A reader has no POLLHUP before the first writer opens the
// FIFO. The next writer clears POLLHUP, and the next reader clears POLLERR.
// Covers: poll FIFOs
#include "suite/event/states.h"

void test() { states::fifo(states::by_poll); }

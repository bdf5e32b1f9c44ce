// pselect6 reports a reader of a FIFO as readable when its writer has gone, but not before the first writer or after
// the next one. A writer is reported as readable, too, when its reader has gone, until the next reader opens the
// FIFO.
// Covers: pselect6 FIFOs
#include "suite/event/states.h"

void test() { states::fifo(states::by_pselect6); }

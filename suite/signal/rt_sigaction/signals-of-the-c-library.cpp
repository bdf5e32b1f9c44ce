// The signals 32, 33 and 34, which C libraries use for their threads and timers, are the
// program's: each runs its handler once with its number.
// Covers: rt_sigaction signals 32 to 34
#include "suite/signal/rt_sigaction/by_number.h"

void test() { report_each_signal(32, 34); }

// Each real-time signal from 35 to 64 runs its handler once with its number.
// Covers: rt_sigaction signals 35 to 64
#include "suite/signal/rt_sigaction/by_number.h"

void test() { report_each_signal(35, 64); }

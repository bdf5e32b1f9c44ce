// Each standard signal, from 1 to 31, runs its handler once with its number. SIGUSR1, which some
// engines keep for themselves, has a program of its own.
// Covers: rt_sigaction signals 1 to 31
#include "suite/signal/rt_sigaction/by_number.h"

void test() { report_each_signal(1, 31, not_the_programs | signal_bit(SIGUSR1)); }

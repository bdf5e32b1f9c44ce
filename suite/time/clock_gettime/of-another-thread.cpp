// The clock of another thread, which its id names, returns the processor time of that thread and not of the caller.
// Covers: clock_gettime clock of another thread
#include "suite/time/nanoseconds.h"

namespace {

constexpr int64_t span = 100 * ms;

Event computed, asked;
int64_t told_there;

void compute_and_wait(void *) {
  compute(CLOCK_THREAD_CPUTIME_ID, span);
  told_there = nanoseconds(CLOCK_THREAD_CPUTIME_ID);
  computed.set();
  asked.wait();
}

// Its low bits: a thread's clock (4) that counts all its processor time (2).
int clock_of_thread(int tid) { return static_cast<int>(~static_cast<uint32_t>(tid) << 3 | 6); }

} // namespace

void test() {
  const int64_t before = nanoseconds(CLOCK_THREAD_CPUTIME_ID);
  Thread thread(compute_and_wait);
  computed.wait();
  timespec time = {};
  report("clock_gettime", sys::clock_gettime(clock_of_thread(thread.tid()), &time));
  report("its time, compared with what the thread was told", compared(time, to_timespec(told_there)));
  report("ours meanwhile, compared with 100 ms", compared(nanoseconds(CLOCK_THREAD_CPUTIME_ID) - before, span));
  asked.set();
}

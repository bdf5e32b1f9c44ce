// RUSAGE_SELF counts the usage of all threads of the process, like the process's CPU clock, and
// RUSAGE_THREAD that of the calling thread.
// Covers: getrusage RUSAGE_SELF, RUSAGE_THREAD
#include "wali/test.h"

namespace {

int64_t microseconds(const struct rusage &usage) {
  return (usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) * 1000000 + usage.ru_utime.tv_usec + usage.ru_stime.tv_usec;
}

int64_t clock(int id) {
  timespec time = setup::now(id);
  return time.tv_sec * 1000000 + time.tv_nsec / 1000;
}

// Works until this thread has used 30 ms more, and rests.
void work(void *used) {
  const int64_t start = clock(CLOCK_THREAD_CPUTIME_ID);
  while (clock(CLOCK_THREAD_CPUTIME_ID) < start + 30000) {
  }
  setup::sleep_ms(1);
  sys::getrusage(RUSAGE_THREAD, static_cast<struct rusage *>(used));
}

} // namespace

void test() {
  Guarded<struct rusage> self, here, there;
  Thread(work, &there).join();
  report("RUSAGE_THREAD", sys::getrusage(RUSAGE_THREAD, &here));
  report("RUSAGE_SELF", sys::getrusage(RUSAGE_SELF, &self));
  const int64_t process = microseconds(*self), both = microseconds(*here) + microseconds(*there);
  report("microseconds of the thread that worked, compared with 29000", compared(microseconds(*there), int64_t{29000}));
  report("microseconds of the process, compared with the two threads' and 1 more", compared(process + 1, both));
  report("microseconds of the process, compared with its clock's afterwards",
         compared(process, clock(CLOCK_PROCESS_CPUTIME_ID) + 1));
  report("kilobytes of the largest size, compared with 100", compared(self->ru_maxrss, int64_t{100}));
  report("minor faults", self->ru_minflt);
  report("signals", self->ru_nsignals);
  report("voluntary switches", self->ru_nvcsw);
  report("involuntary switches", self->ru_nivcsw);
  report_walls("walls", self);
}

// Usage grows with the work done, of this process and of this thread, as the
// clock of the process tells; a waited child's is counted apart.
// Covers: getrusage RUSAGE_SELF, RUSAGE_THREAD, RUSAGE_CHILDREN, EINVAL, EFAULT
#include "wali/test.h"

namespace {

int64_t microseconds(const struct rusage &usage) {
  return (usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) * 1000000 + usage.ru_utime.tv_usec + usage.ru_stime.tv_usec;
}

int64_t clock() {
  timespec time = setup::now(CLOCK_PROCESS_CPUTIME_ID);
  return time.tv_sec * 1000000 + time.tv_nsec / 1000;
}

// Works until this process has used 30 ms more, and rests.
void work() {
  for (int64_t start = clock(); clock() < start + 30000;) {
  }
  setup::sleep_ms(1);
}

} // namespace

void test() {
  Guarded<struct rusage> self, children;
  report("getrusage of the children", sys::getrusage(RUSAGE_CHILDREN, &children));
  report("time of no children", microseconds(*children));
  report_walls("walls", children);
  work();
  report("getrusage of this process", sys::getrusage(RUSAGE_SELF, &self));
  report("its time against 29 ms", compared(microseconds(*self), int64_t{29000}));
  report("its time against the clock afterwards", compared(microseconds(*self), clock() + 1));
  report("its kilobytes against 100", compared(self->ru_maxrss, int64_t{100}));
  report("its minor faults against 0", compared(self->ru_minflt, int64_t{0}));
  report("its signals", self->ru_nsignals);
  report("its voluntary switches against 0", compared(self->ru_nvcsw, int64_t{0}));
  report("its involuntary switches against -1", compared(self->ru_nivcsw, int64_t{-1}));
  report("getrusage of this thread", sys::getrusage(RUSAGE_THREAD, &self));
  report("its time against 9 ms", compared(microseconds(*self), int64_t{9000}));
  setup::fork([] { work(); }).wait();
  sys::getrusage(RUSAGE_CHILDREN, &children);
  report("time of the child against 29 ms", compared(microseconds(*children), int64_t{29000}));
  self.fill();
  report("getrusage of 7", sys::getrusage(7, &self));
  report_poison("usage", self);
  report("getrusage to a bad address", sys::getrusage(RUSAGE_SELF, static_cast<struct rusage *>(setup::bad_address())));
}

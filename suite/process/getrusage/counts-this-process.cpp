// Usage grows with the work done, of this process and of this thread; a waited
// child's is counted apart.
// Covers: getrusage RUSAGE_SELF, RUSAGE_THREAD, RUSAGE_CHILDREN, EINVAL, EFAULT
#include "wali/test.h"

namespace {

int64_t microseconds(const struct rusage &usage) {
  return (usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) * 1000000 + usage.ru_utime.tv_usec + usage.ru_stime.tv_usec;
}

// Works until this process has used 30 ms.
void work() {
  struct rusage usage = {};
  int64_t start = -1;
  do {
    sys::getrusage(RUSAGE_SELF, &usage);
    start = start < 0 ? microseconds(usage) : start;
  } while (microseconds(usage) < start + 30000);
}

} // namespace

void test() {
  Guarded<struct rusage> self, children;
  report("getrusage of the children", sys::getrusage(RUSAGE_CHILDREN, &children));
  report("time of no children", microseconds(*children));
  report_walls("walls", children);
  work();
  report("getrusage of this process", sys::getrusage(RUSAGE_SELF, &self));
  report("its time against 30 ms", compared(microseconds(*self), int64_t{29999}));
  report("getrusage of this thread", sys::getrusage(RUSAGE_THREAD, &self));
  report("its time against 10 ms", compared(microseconds(*self), int64_t{9999}));
  setup::fork([] { work(); }).wait();
  sys::getrusage(RUSAGE_CHILDREN, &children);
  report("time of the child against 30 ms", compared(microseconds(*children), int64_t{29999}));
  report("getrusage of 7", sys::getrusage(7, &self));
  report("getrusage to a bad address", sys::getrusage(RUSAGE_SELF, static_cast<struct rusage *>(setup::bad_address())));
}

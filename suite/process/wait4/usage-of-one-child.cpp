// wait4 stores the resource usage of the child that it returns, including the children that this child has waited
// for, and nothing of its siblings.
// Covers: wait4 rusage, grandchildren, siblings
#include "wali/test.h"

namespace {

// Works until this process has used 300 ms of processor time.
void work() {
  while (setup::now(CLOCK_PROCESS_CPUTIME_ID).tv_nsec < 300000000) {
  }
}

template <class Body> void report_usage(const char *name, int64_t bound, Body body) {
  struct rusage usage = {};
  const int pid = setup::fork(body).release();
  setup::require_value("wait4", sys::wait4(pid, nullptr, 0, &usage), pid);
  const int64_t user = usage.ru_utime.tv_sec * 1000000 + usage.ru_utime.tv_usec;
  const int64_t system = usage.ru_stime.tv_sec * 1000000 + usage.ru_stime.tv_usec;
  report(name, compared(user + system, bound));
}

} // namespace

void test() {
  report_usage("microseconds of a child that works, compared with 290000", 290000, work);
  report_usage("microseconds of one that does nothing, compared with 290000", 290000, [] {});
  report_usage("microseconds of one whose child works, compared with 290000", 290000, [] { setup::in_child(work); });
}

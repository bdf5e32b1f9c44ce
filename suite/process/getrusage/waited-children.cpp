// RUSAGE_CHILDREN counts the usage of children that the caller has waited for, and not the caller's
// own.
// Covers: getrusage RUSAGE_CHILDREN
#include "wali/test.h"

namespace {

int64_t clock() {
  timespec time = setup::now(CLOCK_PROCESS_CPUTIME_ID);
  return time.tv_sec * 1000000 + time.tv_nsec / 1000;
}

// Works until this process has used 30 ms more.
void work() {
  for (const int64_t start = clock(); clock() < start + 30000;) {
  }
}

int64_t of_children(const char *name) {
  Guarded<struct rusage> usage;
  report(name, sys::getrusage(RUSAGE_CHILDREN, &usage));
  report_walls("walls", usage);
  return (usage->ru_utime.tv_sec + usage->ru_stime.tv_sec) * 1000000 + usage->ru_utime.tv_usec +
         usage->ru_stime.tv_usec;
}

} // namespace

void test() {
  work();
  report("microseconds without children", of_children("getrusage without children"));
  Pipe done = setup::pipe();
  Child child = setup::fork([&] {
    work();
    setup::write_all(done.write, "x");
  });
  char byte;
  setup::require_value("read", sys::read(done.read, &byte, 1), 1);
  report("microseconds before the wait", of_children("getrusage before the wait"));
  report("child", child.wait());
  report("microseconds after the wait, compared with 29000",
         compared(of_children("getrusage after the wait"), int64_t{29000}));
}

// A child begins with nothing used: neither its parent's time, nor that of the children
// that its parent has waited for.
// Covers: getrusage RUSAGE_SELF, RUSAGE_CHILDREN, fork
#include "wali/test.h"

namespace {

int64_t microseconds(int who) {
  struct rusage usage = {};
  setup::require_zero("getrusage", sys::getrusage(who, &usage));
  return (usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) * 1000000 + usage.ru_utime.tv_usec + usage.ru_stime.tv_usec;
}

// Works until this process has used 300 ms.
void work() {
  while (microseconds(RUSAGE_SELF) < 300000) {
  }
}

} // namespace

void test() {
  work();
  setup::in_child(work);
  setup::in_child([] {
    report("microseconds of the child compared with 150000", compared(microseconds(RUSAGE_SELF), int64_t{150000}));
    report("microseconds of its children", microseconds(RUSAGE_CHILDREN));
  });
}

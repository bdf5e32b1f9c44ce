// wait4 stores the usage of the child that it tells of, with that of the children that the
// latter has waited for, and nothing of its siblings.
// Covers: wait4 rusage, grandchildren, siblings
#include "suite/process/getrusage/used.h"

namespace {

template <class Body> void report_usage(const char *name, int64_t bound, Body body) {
  struct rusage usage = {};
  const int pid = setup::fork(body).release();
  setup::require_value("wait4", sys::wait4(pid, nullptr, 0, &usage), pid);
  report(name, compared(microseconds(usage), bound));
}

} // namespace

void test() {
  report_usage("microseconds of a child that works, compared with 299999", 299999, work);
  report_usage("microseconds of one that does nothing, compared with 150000", 150000, [] {});
  report_usage("microseconds of one whose child works, compared with 299999", 299999, [] { setup::in_child(work); });
}

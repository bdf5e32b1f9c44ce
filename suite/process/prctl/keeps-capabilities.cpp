// With PR_SET_KEEPCAPS a thread that gives up user id 0 keeps its permitted capabilities, but not
// the effective ones. Without it, the thread loses both.
// Covers: prctl PR_SET_KEEPCAPS, PR_GET_KEEPCAPS
// Covers: setresuid permitted capabilities
// REQUIRES: root
#include "wali/test.h"

namespace {

// The capabilities behind `name` in this thread's status in /proc.
Line capabilities(Text name) {
  Text status = setup::read_file("/proc/thread-self/status");
  for (size_t i = 0; i + name.size + 16 <= status.size; ++i)
    if (status.part(i, name.size) == name)
      return label("0x", status.part(i + name.size, 16));
  return label("(none)");
}

void give_up_root(const char *name) {
  report(name, sys::setresuid(1000, 1000, 1000));
  report("permitted", capabilities("\nCapPrm:\t"));
  report("effective", capabilities("\nCapEff:\t"));
}

} // namespace

void test() {
  report("permitted to root", capabilities("\nCapPrm:\t"));
  setup::in_child([] { give_up_root("setresuid without it"); });
  report("PR_GET_KEEPCAPS", sys::prctl(PR_GET_KEEPCAPS, 0, 0, 0, 0));
  report("PR_SET_KEEPCAPS", sys::prctl(PR_SET_KEEPCAPS, 1, 0, 0, 0));
  report("PR_GET_KEEPCAPS", sys::prctl(PR_GET_KEEPCAPS, 0, 0, 0, 0));
  setup::in_child([] { give_up_root("setresuid with it"); });
}

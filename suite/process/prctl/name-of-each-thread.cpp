// Each thread has a name of its own. A new thread starts with its spawner's name, and later changes
// of one do not affect the other.
// Covers: prctl PR_SET_NAME, PR_GET_NAME, threads
#include "wali/test.h"

namespace {

char at_first[16], at_last[16];
Event renamed;

uint64_t address(const char *name) { return reinterpret_cast<uintptr_t>(name); }

void look(void *) {
  sys::prctl(PR_GET_NAME, address(at_first), 0, 0, 0);
  renamed.wait();
  sys::prctl(PR_GET_NAME, address(at_last), 0, 0, 0);
}

} // namespace

void test() {
  report("PR_SET_NAME", sys::prctl(PR_SET_NAME, address("spawner"), 0, 0, 0));
  Thread other(look);
  setup::await("prctl PR_GET_NAME", [] { return Result{at_first[0]}; }, [](Result now) { return now.value != 0; });
  report("PR_SET_NAME again", sys::prctl(PR_SET_NAME, address("renamed"), 0, 0, 0));
  renamed.set();
  other.join();
  report("the thread's name at first", at_first);
  report("the thread's name at last", at_last);
}

// PR_GET_TSC stores in four bytes whether the time stamp counter may be read: at first it may.
// Covers: prctl PR_GET_TSC
#include "wali/test.h"

void test() {
  constexpr int get_tsc = 25; // linux/prctl.h; 1 is PR_TSC_ENABLE
  Guarded<int> state;
  report("PR_GET_TSC", sys::prctl(get_tsc, reinterpret_cast<uintptr_t>(&state), 0, 0, 0));
  report("state", *state);
  report_walls("walls", state);
}

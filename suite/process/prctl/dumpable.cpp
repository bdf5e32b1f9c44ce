// PR_GET_DUMPABLE returns what PR_SET_DUMPABLE set, 0 or 1. Another value is refused, and the
// setting stays.
// Covers: prctl PR_SET_DUMPABLE, PR_GET_DUMPABLE, EINVAL
#include "wali/test.h"

void test() {
  for (uint64_t value : {1, 0, 7}) {
    report(label("PR_SET_DUMPABLE of ", value), sys::prctl(PR_SET_DUMPABLE, value, 0, 0, 0));
    report("PR_GET_DUMPABLE", sys::prctl(PR_GET_DUMPABLE, 0, 0, 0, 0));
  }
}

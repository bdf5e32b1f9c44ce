// PR_SET_DUMPABLE refuses 2, which only a set-user-ID program can have, and the setting stays.
// Covers: prctl PR_SET_DUMPABLE, PR_GET_DUMPABLE, EINVAL
#include "wali/test.h"

void test() {
  report("PR_SET_DUMPABLE of 0", sys::prctl(PR_SET_DUMPABLE, 0, 0, 0, 0));
  report("PR_SET_DUMPABLE of 2", sys::prctl(PR_SET_DUMPABLE, 2, 0, 0, 0));
  report("PR_GET_DUMPABLE", sys::prctl(PR_GET_DUMPABLE, 0, 0, 0, 0));
}

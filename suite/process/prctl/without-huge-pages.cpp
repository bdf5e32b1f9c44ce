// PR_SET_THP_DISABLE can be read back. A child inherits it, and changes only its own setting.
// Covers: prctl PR_SET_THP_DISABLE, PR_GET_THP_DISABLE, fork
// Covers: fork transparent huge pages
#include "wali/test.h"

void test() {
  report("PR_GET_THP_DISABLE", sys::prctl(PR_GET_THP_DISABLE, 0, 0, 0, 0));
  report("PR_SET_THP_DISABLE", sys::prctl(PR_SET_THP_DISABLE, 1, 0, 0, 0));
  report("PR_GET_THP_DISABLE", sys::prctl(PR_GET_THP_DISABLE, 0, 0, 0, 0));
  setup::in_child([] {
    report("in a child", sys::prctl(PR_GET_THP_DISABLE, 0, 0, 0, 0));
    report("taken back in the child", sys::prctl(PR_SET_THP_DISABLE, 0, 0, 0, 0));
    report("in the child", sys::prctl(PR_GET_THP_DISABLE, 0, 0, 0, 0));
  });
  report("in the parent", sys::prctl(PR_GET_THP_DISABLE, 0, 0, 0, 0));
}

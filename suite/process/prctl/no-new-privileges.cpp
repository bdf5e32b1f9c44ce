// PR_SET_NO_NEW_PRIVS is set once and for all: it cannot be taken back, and a child
// inherits it.
// Covers: prctl PR_SET_NO_NEW_PRIVS, PR_GET_NO_NEW_PRIVS, EINVAL
// REQUIRES: new-privileges
#include "wali/test.h"

void test() {
  report("PR_GET_NO_NEW_PRIVS", sys::prctl(PR_GET_NO_NEW_PRIVS, 0, 0, 0, 0));
  report("PR_SET_NO_NEW_PRIVS of 1", sys::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0));
  report("PR_GET_NO_NEW_PRIVS", sys::prctl(PR_GET_NO_NEW_PRIVS, 0, 0, 0, 0));
  report("PR_SET_NO_NEW_PRIVS of 0", sys::prctl(PR_SET_NO_NEW_PRIVS, 0, 0, 0, 0));
  report("PR_GET_NO_NEW_PRIVS", sys::prctl(PR_GET_NO_NEW_PRIVS, 0, 0, 0, 0));
  setup::in_child([] { report("in a child, PR_GET_NO_NEW_PRIVS", sys::prctl(PR_GET_NO_NEW_PRIVS, 0, 0, 0, 0)); });
}

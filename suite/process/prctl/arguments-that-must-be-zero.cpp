// prctl refuses arguments that an option does not use where its page says that they must be 0,
// and changes nothing.
// Covers: prctl PR_GET_NO_NEW_PRIVS, PR_SET_THP_DISABLE, PR_GET_THP_DISABLE, EINVAL
#include "wali/test.h"

void test() {
  report("PR_GET_NO_NEW_PRIVS, second", sys::prctl(PR_GET_NO_NEW_PRIVS, 1, 0, 0, 0));
  report("PR_GET_NO_NEW_PRIVS, fifth", sys::prctl(PR_GET_NO_NEW_PRIVS, 0, 0, 0, 1));
  report("PR_SET_THP_DISABLE, fourth", sys::prctl(PR_SET_THP_DISABLE, 1, 0, 1, 0));
  report("PR_SET_THP_DISABLE, fifth", sys::prctl(PR_SET_THP_DISABLE, 1, 0, 0, 1));
  report("PR_GET_THP_DISABLE, second", sys::prctl(PR_GET_THP_DISABLE, 1, 0, 0, 0));
  report("PR_GET_THP_DISABLE", sys::prctl(PR_GET_THP_DISABLE, 0, 0, 0, 0));
}

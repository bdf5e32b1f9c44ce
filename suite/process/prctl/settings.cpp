// Settings that are numbers come back as they were set; those whose value is
// written come back as 4 bytes; impossible values are refused.
// Covers: prctl PR_SET_PDEATHSIG, PR_GET_PDEATHSIG, PR_SET_DUMPABLE, PR_SET_CHILD_SUBREAPER, PR_SET_NO_NEW_PRIVS
// Covers: prctl PR_SET_TIMERSLACK, EINVAL, EFAULT
#include "wali/test.h"

void test() {
  auto address = [](const void *pointer) { return static_cast<uint64_t>(reinterpret_cast<uintptr_t>(pointer)); };
  Guarded<int> value;
  report("PR_SET_PDEATHSIG", sys::prctl(PR_SET_PDEATHSIG, SIGUSR1, 0, 0, 0));
  report("PR_GET_PDEATHSIG", sys::prctl(PR_GET_PDEATHSIG, address(&value), 0, 0, 0));
  report("signal", Signal{*value});
  report_walls("walls of the signal", value);
  report("PR_SET_PDEATHSIG of 65", sys::prctl(PR_SET_PDEATHSIG, 65, 0, 0, 0));
  report("PR_SET_CHILD_SUBREAPER", sys::prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0));
  value.fill();
  report("PR_GET_CHILD_SUBREAPER", sys::prctl(PR_GET_CHILD_SUBREAPER, address(&value), 0, 0, 0));
  report("subreaper", *value);
  report_walls("walls of the subreaper", value);
  report("PR_SET_DUMPABLE of 0", sys::prctl(PR_SET_DUMPABLE, 0, 0, 0, 0));
  report("PR_GET_DUMPABLE", sys::prctl(PR_GET_DUMPABLE, 0, 0, 0, 0));
  report("PR_SET_DUMPABLE of 7", sys::prctl(PR_SET_DUMPABLE, 7, 0, 0, 0));
  report("PR_GET_NO_NEW_PRIVS", sys::prctl(PR_GET_NO_NEW_PRIVS, 0, 0, 0, 0));
  report("PR_SET_NO_NEW_PRIVS", sys::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0));
  report("PR_GET_NO_NEW_PRIVS afterwards", sys::prctl(PR_GET_NO_NEW_PRIVS, 0, 0, 0, 0));
  report("PR_SET_NO_NEW_PRIVS of 0", sys::prctl(PR_SET_NO_NEW_PRIVS, 0, 0, 0, 0));
  report("PR_SET_TIMERSLACK", sys::prctl(PR_SET_TIMERSLACK, 123456, 0, 0, 0));
  report("PR_GET_TIMERSLACK", sys::prctl(PR_GET_TIMERSLACK, 0, 0, 0, 0));
  report("unknown option", sys::prctl(99999, 0, 0, 0, 0));
  uint8_t *last = setup::last_bytes(2);
  __builtin_memset(last, poison, 2);
  report("PR_GET_PDEATHSIG across the end of memory", sys::prctl(PR_GET_PDEATHSIG, address(last), 0, 0, 0));
  report_poison("before the end", last, 2);
}

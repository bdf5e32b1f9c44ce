// A process that changes its effective user keeps its supplementary groups. The signal that
// its parent's death is to send it is forgotten, and its files in /proc are root's: nobody else may look into it.
// Covers: setuid supplementary groups, PR_SET_PDEATHSIG, PR_SET_DUMPABLE
// REQUIRES: root
#include "wali/test.h"

namespace {

void look() {
  const uint32_t groups[] = {41, 42};
  setup::require_zero("setgroups", sys::setgroups(2, groups));
  setup::require_zero("prctl", sys::prctl(PR_SET_PDEATHSIG, SIGTERM, 0, 0, 0));
  setup::require_zero("prctl", sys::prctl(PR_SET_DUMPABLE, 1, 0, 0, 0));
  report("setuid", sys::setuid(3000));
  uint32_t list[8] = {};
  report("getgroups", sys::getgroups(8, list));
  int signo = -1;
  report("PR_GET_PDEATHSIG", sys::prctl(PR_GET_PDEATHSIG, reinterpret_cast<uintptr_t>(&signo), 0, 0, 0));
  report("signal", signo);
  report("owner of its files in /proc", setup::stat("/proc/self/status").st_uid);
}

} // namespace

void test() { setup::in_child(look); }

// A process that changes its effective group keeps its supplementary groups. The signal that
// its parent's death is to send it is forgotten, and its files in /proc are root's: nobody else may look into it.
// Covers: setgid supplementary groups, PR_SET_PDEATHSIG, PR_SET_DUMPABLE
// REQUIRES: root
#include "suite/identity/what_goes.h"

void test() {
  setup::in_child([] {
    report_what_goes("setgid", [] { return sys::setgid(3000); });
    report("group of its files in /proc", setup::stat("/proc/self/status").st_gid);
  });
}

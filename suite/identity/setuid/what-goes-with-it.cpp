// A process that changes its effective user keeps its supplementary groups. The signal that
// its parent's death is to send it is forgotten, and its files in /proc are root's: nobody else may look into it.
// Covers: setuid supplementary groups, PR_SET_PDEATHSIG, PR_SET_DUMPABLE
// REQUIRES: root
#include "suite/identity/what_goes.h"

void test() {
  setup::in_child([] {
    report_what_goes("setuid", [] { return sys::setuid(3000); });
    report("owner of its files in /proc", setup::stat("/proc/self/status").st_uid);
  });
}

// A process may become a user who has more processes than RLIMIT_NPROC allows.
// Covers: setuid RLIMIT_NPROC
// Covers: setreuid RLIMIT_NPROC
// Covers: setresuid RLIMIT_NPROC
// REQUIRES: root
#include "wali/test.h"

void test() {
  setup::limit(RLIMIT_NPROC, 0);
  setup::in_child([] {
    report("setuid", sys::setuid(54323));
    report("getuid", sys::getuid());
  });
  setup::in_child([] {
    report("setreuid", sys::setreuid(54323, 54323));
    report("getuid", sys::getuid());
  });
  setup::in_child([] {
    report("setresuid", sys::setresuid(54323, 54323, 54323));
    report("getuid", sys::getuid());
  });
}

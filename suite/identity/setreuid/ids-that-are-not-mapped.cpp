// setreuid and its relatives refuse an id that the user namespace does not map, as any of the
// process's ids.
// Covers: setreuid EINVAL
// Covers: setregid EINVAL
// Covers: setuid EINVAL
// Covers: setgid EINVAL
// Covers: setresuid EINVAL
// Covers: setresgid EINVAL
// REQUIRES: ns-root
#include "wali/test.h"

void test() {
  report("setreuid, real", sys::setreuid(1, -1));
  report("setreuid, effective", sys::setreuid(-1, 1));
  report("setregid, real", sys::setregid(1, -1));
  report("setregid, effective", sys::setregid(-1, 1));
  report("setresuid, real", sys::setresuid(1, -1, -1));
  report("setresuid, effective", sys::setresuid(-1, 1, -1));
  report("setresuid, saved", sys::setresuid(-1, -1, 1));
  report("setresgid, real", sys::setresgid(1, -1, -1));
  report("setresgid, effective", sys::setresgid(-1, 1, -1));
  report("setresgid, saved", sys::setresgid(-1, -1, 1));
  report("setuid", sys::setuid(1));
  report("setgid", sys::setgid(1));
  report("user ids", label(sys::getuid().value, " ", sys::geteuid().value));
  report("group ids", label(sys::getgid().value, " ", sys::getegid().value));
}

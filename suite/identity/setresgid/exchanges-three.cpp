// With privilege setresgid sets each of the three group ids to anything. Without it each can
// become any of the three, and -1 leaves one as it is. The file system id follows the effective one.
// Covers: setresgid three ids, -1, file system id, EPERM
// REQUIRES: root
#include "suite/identity/ids.h"

void test() {
  report("setresgid with privilege", sys::setresgid(1, 2, 3));
  report_ids("ids", "Gid:");
  setup::require_zero("setresuid", sys::setresuid(1000, 1000, 1000));
  report("setresgid of each to another", sys::setresgid(2, 3, 1));
  report_ids("ids", "Gid:");
  report("real id alone", sys::setresgid(1, -1, -1));
  report_ids("ids", "Gid:");
  report("saved id alone", sys::setresgid(-1, -1, 3));
  report_ids("ids", "Gid:");
  report("an id that is lost", sys::setresgid(-1, 2, -1));
  report("one that is allowed, and one that is not", sys::setresgid(3, 1, 2));
  report_ids("ids", "Gid:");
}

// With privilege setresuid sets each of the three user ids to anything. Without it each can
// become any of the three, and -1 leaves one as it is. The file system id follows the effective one.
// Covers: setresuid three ids, -1, file system id, EPERM
// REQUIRES: root
#include "suite/identity/ids.h"

void test() {
  report("setresuid with privilege", sys::setresuid(1, 2, 3));
  report_ids("ids", "Uid:");
  report("setresuid of each to another", sys::setresuid(2, 3, 1));
  report_ids("ids", "Uid:");
  report("real id alone", sys::setresuid(1, -1, -1));
  report_ids("ids", "Uid:");
  report("saved id alone", sys::setresuid(-1, -1, 3));
  report_ids("ids", "Uid:");
  report("an id that is lost", sys::setresuid(-1, 2, -1));
  report("one that is allowed, and one that is not", sys::setresuid(3, 1, 2));
  report_ids("ids", "Uid:");
}

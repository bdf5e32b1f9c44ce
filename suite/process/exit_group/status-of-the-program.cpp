// The low eight bits of exit_group's status are the program's own exit status.
// Covers: exit_group status
#include "wali/test.h"

void test() {
  report("before", 1);
  sys::exit_group(0x142);
  report("after", 2);
}

// __proc_exit ends the program with the low byte of the status given. Nothing after it runs.
// Covers: start __proc_exit, status
#include "wali/test.h"

void test() {
  report("status", 0x1207);
  start::wali_proc_exit(0x1207);
  report("still here", 1);
  sys::exit_group(9);
}

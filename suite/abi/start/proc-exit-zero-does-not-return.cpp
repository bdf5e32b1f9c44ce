// __proc_exit ends the program and does not return, with status 0 as with any other.
// Covers: start __proc_exit, status 0
#include "wali/test.h"

void test() {
  report("leaves with", 0);
  start::wali_proc_exit(0);
  report("still here after __proc_exit of", 0);
}

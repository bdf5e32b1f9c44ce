// __proc_exit does not return. With status 0 too, it ends the program.
// Covers: start __proc_exit, status 0
#include "wali/test.h"

void test() {
  report("leaves with", 0);
  start::wali_proc_exit(0);
  report("still here after __proc_exit of", 0);
}

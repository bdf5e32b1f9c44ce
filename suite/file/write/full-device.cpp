// A write to /dev/full gives ENOSPC.
// Covers: write ENOSPC
#include "wali/test.h"

void test() {
  Fd full = setup::open("/dev/full", O_WRONLY);
  report("write", sys::write(full, "lost", 4));
}

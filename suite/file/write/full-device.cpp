// A write to /dev/full is ENOSPC.
// Covers: write ENOSPC
#include "wali/test.h"

void test() {
  Fd full = setup::open("/dev/full", O_WRONLY);
  report("write", sys::write(full, "lost", 4));
}

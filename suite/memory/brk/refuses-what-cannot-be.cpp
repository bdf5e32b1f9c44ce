// If brk cannot move the break, it returns the present break: never an error, and never the
// address that it was asked for.
// Covers: brk result
#include "wali/test.h"

void test() {
  report("brk of 0", sys::brk(nullptr));
  report("brk of 1", sys::brk(reinterpret_cast<void *>(1)));
  report("brk of 2", sys::brk(reinterpret_cast<void *>(2)));
  report("brk outside of memory", sys::brk(setup::bad_address()));
  report("brk of 0 afterwards", sys::brk(nullptr));
}

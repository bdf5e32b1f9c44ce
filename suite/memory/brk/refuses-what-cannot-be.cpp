// brk answers with the break as it is when it cannot be moved there, and never
// with an error.
// Covers: brk result
#include "wali/test.h"

void test() {
  Result now = sys::brk(nullptr);
  report("brk of 0 against itself", compared(sys::brk(nullptr).value, now.value));
  report("brk of 1", compared(sys::brk(reinterpret_cast<void *>(1)).value, now.value));
  report("brk outside of memory", compared(sys::brk(setup::bad_address()).value, now.value));
  report("brk of 0", compared(sys::brk(nullptr).value, now.value));
  report("break against 1", label(now.value == 1 ? "the same" : now.value < 0 ? "negative" : "another"));
}

// getrusage refuses an unknown `who` and an address outside of memory. Nothing is stored
// then.
// Covers: getrusage EINVAL, EFAULT
#include "wali/test.h"

void test() {
  Guarded<struct rusage> usage;
  report("of 7", sys::getrusage(7, &usage));
  report_poison("usage", usage);
  report("to a bad address", sys::getrusage(RUSAGE_SELF, static_cast<struct rusage *>(setup::bad_address())));
}

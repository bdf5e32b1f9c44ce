// prctl refuses an option that does not exist.
// Covers: prctl EINVAL
#include "wali/test.h"

void test() {
  report("99999", sys::prctl(99999, 0, 0, 0, 0));
  report("0", sys::prctl(0, 0, 0, 0, 0));
}

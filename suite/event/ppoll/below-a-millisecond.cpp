// ppoll waits for times below a millisecond. None of a hundred waits of 900 microseconds is shorter.
// Covers: ppoll duration
#include "wali/test.h"

void test() {
  int64_t shortest = INT64_MAX;
  for (int i = 0; i < 100; ++i) {
    timespec limit = {0, 900000};
    const timespec begin = setup::now();
    setup::require_zero("ppoll", sys::ppoll(nullptr, 0, &limit, nullptr, 8));
    const timespec end = setup::now();
    const int64_t passed = (end.tv_sec - begin.tv_sec) * 1000000000 + end.tv_nsec - begin.tv_nsec;
    shortest = passed < shortest ? passed : shortest;
  }
  report("shortest wait, compared with 899,999 ns", compared(shortest, int64_t{899999}));
}

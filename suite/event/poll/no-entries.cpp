// poll with no entries sleeps for the given time.
// Covers: poll nfds 0, timeout
#include "wali/test.h"

void test() {
  const timespec before = setup::now();
  report("poll", sys::poll(nullptr, 0, 30));
  const timespec after = setup::now();
  const int64_t slept = (after.tv_sec - before.tv_sec) * 1000000000 + after.tv_nsec - before.tv_nsec;
  report("nanoseconds that it slept, compared with 29 ms", compared(slept, int64_t{29000000}));
}

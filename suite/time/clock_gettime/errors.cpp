// clock_gettime gives EINVAL for a clock that does not exist, and stores nothing. It gives EFAULT for a bad address.
// Covers: clock_gettime EINVAL, EFAULT
#include "wali/test.h"

void test() {
  Guarded<timespec> time;
  report("clock_gettime of clock 77", sys::clock_gettime(77, &time));
  report_poison("time", time);
  Pipe pipe = setup::pipe();
  // A negative number with 3 in its low bits is a clock device's open descriptor.
  report("clock_gettime of a pipe's clock", sys::clock_gettime(~pipe.read << 3 | 3, &time));
  report("clock_gettime of a closed descriptor's", sys::clock_gettime(~1000 << 3 | 3, &time));
  report_poison("time", time);
  report("clock_gettime to a bad address",
         sys::clock_gettime(CLOCK_MONOTONIC, static_cast<timespec *>(setup::bad_address())));
}

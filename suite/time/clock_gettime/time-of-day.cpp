// CLOCK_REALTIME is the time of day, as files are stamped with: it lies between the times of a
// file that was made before and of one that is made later.
// Covers: clock_gettime CLOCK_REALTIME, st_mtime
#include "wali/test.h"

void test() {
  setup::write_file("before", "");
  setup::wait_past(setup::stat("before").st_mtim);
  Guarded<timespec> now;
  report("clock_gettime", sys::clock_gettime(CLOCK_REALTIME, &now));
  report("time of the file before, compared with it", compared(setup::stat("before").st_mtim, *now));
  setup::wait_past(*now);
  setup::write_file("after", "");
  report("time of the file after, compared with it", compared(setup::stat("after").st_mtim, *now));
  report("seconds beyond the file before, compared with 1000",
         compared(now->tv_sec - setup::stat("before").st_mtim.tv_sec, int64_t{1000}));
}

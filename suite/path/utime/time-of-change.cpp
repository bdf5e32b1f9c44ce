// The file gets the present as time of change, whatever times are asked for, those
// that it has included.
// Covers: utime time of change
#include "wali/test.h"

namespace {

// Below zero, zero or above, as `a` is before, at or after `b`.
int64_t order(timespec a, timespec b) { return a.tv_sec != b.tv_sec ? a.tv_sec - b.tv_sec : a.tv_nsec - b.tv_nsec; }

} // namespace

void test() {
  const utimbuf times = {1, 2};
  setup::write_file("file", "");
  setup::require("utime", sys::utime("file", &times));
  timespec before = setup::stat("file").st_ctim;
  // Until a change is stamped with a later time than the last one.
  while (order(setup::now(CLOCK_REALTIME_COARSE), before) <= 0)
    setup::sleep_ms(1);
  report("utime", sys::utime("file", &times));
  report("st_ctim against before", compared(order(setup::stat("file").st_ctim, before), int64_t{0}));
  report("st_mtim", setup::stat("file").st_mtim);
}

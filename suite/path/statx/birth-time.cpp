// STATX_BTIME gives the time when a file was made. Setting its other times does not change it.
// Covers: statx STATX_BTIME
// REQUIRES: namespaces
#include "wali/test.h"

void test() {
  setup::chdir(setup::disk);
  timespec before = setup::now(CLOCK_REALTIME_COARSE);
  Fd file = setup::open("file", O_RDWR | O_CREAT);
  timespec after = setup::now(CLOCK_REALTIME);
  const timespec times[2] = {{1, 1}, {2, 2}};
  setup::set_times("file", times);
  Guarded<struct statx> extended;
  report("statx", sys::statx(AT_FDCWD, "file", 0, STATX_BTIME, &extended));
  report("stx_mask's bit", Flags{sets::statx_mask, extended->stx_mask & STATX_BTIME});
  report("stx_btime compared with a second before", compared(extended->stx_btime.tv_sec, before.tv_sec - 1));
  report("stx_btime compared with a second after", compared(extended->stx_btime.tv_sec, after.tv_sec + 1));
  report("padding", extended->stx_btime.pad);
}

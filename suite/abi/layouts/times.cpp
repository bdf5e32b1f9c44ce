// timespec has the seconds at 0 and the nanoseconds at 8: two of them lie side by side in
// utimensat, one comes back from each clock.
// Covers: layouts timespec
// Covers: utimensat layout
// Covers: clock_gettime layout
// Covers: clock_getres layout
#include "suite/abi/layouts/raw.h"

void test() {
  setup::write_file("file", "");
  layouts::Raw<32> times;
  times.put<int64_t>(0, 1000000007).put<int64_t>(8, 11).put<int64_t>(16, -13).put<int64_t>(24, 999999998);
  report("utimensat", sys::utimensat(AT_FDCWD, "file", times, 0));
  const struct stat stat = setup::stat("file");
  report("access", stat.st_atim);
  report("modification.tv_sec", stat.st_mtim.tv_sec);
  report("modification.tv_nsec", stat.st_mtim.tv_nsec);
  layouts::Raw<16> now, resolution;
  report("clock_gettime", sys::clock_gettime(CLOCK_REALTIME, now));
  report("seconds, compared with 1600000000", compared(now.get<int64_t>(0), int64_t{1600000000}));
  report("nanoseconds, compared with -1", compared(now.get<int64_t>(8), int64_t{-1}));
  report("nanoseconds, compared with a second", compared(now.get<int64_t>(8), int64_t{1000000000}));
  now.report_walls();
  report("clock_getres", sys::clock_getres(CLOCK_REALTIME_COARSE, resolution));
  resolution.report_field<int64_t>("seconds", 0);
  report("nanoseconds, compared with 0", compared(resolution.get<int64_t>(8), int64_t{0}));
  resolution.report_walls();
}

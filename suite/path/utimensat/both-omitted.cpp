// Where both times are to be left as they are, nothing else is looked at, and the
// time of change stays as well.
// Covers: utimensat UTIME_OMIT, success
#include "wali/test.h"

namespace {

// Below zero, zero or above, as `a` is before, at or after `b`.
int64_t order(timespec a, timespec b) { return a.tv_sec != b.tv_sec ? a.tv_sec - b.tv_sec : a.tv_nsec - b.tv_nsec; }

} // namespace

void test() {
  setup::write_file("file", "");
  const timespec omit[2] = {{0, UTIME_OMIT}, {0, UTIME_OMIT}}, one[2] = {{0, UTIME_OMIT}, {5, 5}};
  struct stat before = setup::stat("file");
  // Until a change would be stamped with a later time than the last one.
  while (order(setup::now(CLOCK_REALTIME_COARSE), before.st_ctim) <= 0)
    setup::sleep_ms(1);
  report("utimensat", sys::utimensat(AT_FDCWD, "file", omit, 0));
  report("st_ctim against before", compared(order(setup::stat("file").st_ctim, before.st_ctim), int64_t{0}));
  report("missing file", sys::utimensat(AT_FDCWD, "missing", omit, 0));
  report("dirfd that is not open", sys::utimensat(-1, "file", omit, 0));
  report("unknown flag", sys::utimensat(AT_FDCWD, "file", omit, 1));
  report("missing file, one omitted", sys::utimensat(AT_FDCWD, "missing", one, 0));
}

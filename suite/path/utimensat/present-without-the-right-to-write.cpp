// The owner sets both times to the present without the right to write the file, by UTIME_NOW and by NULL.
// Covers: utimensat UTIME_NOW, NULL, owner
// REQUIRES: user
#include "wali/test.h"

void test() {
  setup::write_file("file", "");
  setup::chmod("file", 0444);
  report("open for writing", sys::open("file", O_WRONLY, 0));
  const timespec old[2] = {{1, 0}, {2, 0}}, present[2] = {{0, UTIME_NOW}, {0, UTIME_NOW}};
  const auto attempt = [&](const char *name, const timespec *times) {
    setup::set_times("file", old);
    report(name, sys::utimensat(AT_FDCWD, "file", times, 0));
    const struct stat status = setup::stat("file");
    report("seconds of st_atim, compared with the old", compared(status.st_atim.tv_sec, int64_t{1}));
    report("seconds of st_mtim, compared with the old", compared(status.st_mtim.tv_sec, int64_t{2}));
  };
  attempt("UTIME_NOW", present);
  attempt("NULL", nullptr);
}

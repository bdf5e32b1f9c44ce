// utimensat sets the time of change even when the file already has both times.
// Covers: utimensat st_ctim
#include "wali/test.h"

void test() {
  const timespec times[2] = {{1, 3}, {2, 4}};
  setup::write_file("file", "");
  setup::require_zero("utimensat", sys::utimensat(AT_FDCWD, "file", times, 0));
  const timespec before = setup::stat("file").st_ctim;
  setup::wait_past(before);
  report("utimensat", sys::utimensat(AT_FDCWD, "file", times, 0));
  const struct stat status = setup::stat("file");
  report("st_ctim compared with the one before", compared(status.st_ctim, before));
  report("st_atim", status.st_atim);
  report("st_mtim", status.st_mtim);
}

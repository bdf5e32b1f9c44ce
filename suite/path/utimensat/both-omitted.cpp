// With UTIME_OMIT for both times utimensat changes nothing, including the time of change, and
// checks no other argument.
// Covers: utimensat UTIME_OMIT, success
#include "wali/test.h"

void test() {
  setup::write_file("file", "");
  const timespec omit[2] = {{0, UTIME_OMIT}, {0, UTIME_OMIT}}, one[2] = {{0, UTIME_OMIT}, {5, 5}};
  struct stat before = setup::stat("file");
  setup::wait_past(before.st_ctim);
  report("st_ctim", before.st_ctim);
  report("utimensat", sys::utimensat(AT_FDCWD, "file", omit, 0));
  report("st_ctim", setup::stat("file").st_ctim);
  report("missing file", sys::utimensat(AT_FDCWD, "missing", omit, 0));
  report("dirfd that is not open", sys::utimensat(-1, "file", omit, 0));
  report("unknown flag", sys::utimensat(AT_FDCWD, "file", omit, 1));
  report("missing file, one omitted", sys::utimensat(AT_FDCWD, "missing", one, 0));
}

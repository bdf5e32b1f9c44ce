// Setting the present time needs the right to write, and any other time needs the file's owner. Changing nothing
// needs no right at all.
// Covers: utimensat EACCES, EPERM, nothing to change
// REQUIRES: user
#include "wali/test.h"

void test() {
  const timespec now[2] = {{0, UTIME_NOW}, {0, UTIME_NOW}}, given[2] = {{1, 1}, {2, 2}},
                 one[2] = {{0, UTIME_NOW}, {0, UTIME_OMIT}}, omit[2] = {{0, UTIME_OMIT}, {0, UTIME_OMIT}};
  report("no times", sys::utimensat(AT_FDCWD, "/proc", nullptr, 0));
  report("now now", sys::utimensat(AT_FDCWD, "/proc", now, 0));
  report("given", sys::utimensat(AT_FDCWD, "/proc", given, 0));
  report("now omit", sys::utimensat(AT_FDCWD, "/proc", one, 0));
  report("omit omit", sys::utimensat(AT_FDCWD, "/proc", omit, 0));
}

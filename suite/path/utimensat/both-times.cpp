// utimensat sets both times as given, to the nanosecond, before 1970 and after 2038 too.
// Covers: utimensat times
#include "wali/test.h"

void test() {
  setup::write_file("file", "");
  const timespec cases[][2] = {{{1, 2}, {3, 4}},
                               {{-1, 999999999}, {-2000000000, 0}},
                               {{4294967296, 1}, {2147483648, 999999999}},
                               {{0, 0}, {15000000000, 500000000}}};
  for (const auto &times : cases) {
    report("utimensat", sys::utimensat(AT_FDCWD, "file", times, 0));
    struct stat after = setup::stat("file");
    report("st_atim", after.st_atim);
    report("st_mtim", after.st_mtim);
  }
}

// utimensat refuses nanoseconds outside 0 to 999999999 in either time, and changes nothing.
// Covers: utimensat EINVAL, nanoseconds
#include "wali/test.h"

void test() {
  setup::write_file("file", "");
  const timespec old[2] = {{7, 7}, {8, 8}};
  setup::set_times("file", old);
  const int64_t values[] = {-1, 1000000000, UTIME_NOW + 1, UTIME_OMIT - 1, int64_t{1} << 32};
  for (int64_t value : values) {
    const timespec access[2] = {{1, value}, {1, 1}}, modification[2] = {{1, 1}, {1, value}};
    report(label("access time with ", value), sys::utimensat(AT_FDCWD, "file", access, 0));
    report(label("modification time with ", value), sys::utimensat(AT_FDCWD, "file", modification, 0));
  }
  report("st_atim", setup::stat("file").st_atim);
  report("st_mtim", setup::stat("file").st_mtim);
}

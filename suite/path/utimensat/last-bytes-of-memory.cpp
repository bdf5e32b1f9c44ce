// utimensat accepts a path and times that end with the last byte of memory. It refuses what reaches beyond it.
// Covers: utimensat last valid byte, EFAULT
#include "wali/test.h"

void test() {
  setup::write_file("f", "");
  char *path = setup::at_the_end("f"), *outside = static_cast<char *>(setup::bad_address());
  report("path up to the last byte", sys::utimensat(AT_FDCWD, path, nullptr, 0));
  path[1] = 'x';
  report("path without an end", sys::utimensat(AT_FDCWD, path, nullptr, 0));
  report("path outside memory", sys::utimensat(AT_FDCWD, outside, nullptr, 0));
  const timespec times[2] = {{1, 2}, {3, 4}};
  auto *last = reinterpret_cast<timespec *>(setup::last_bytes(sizeof(times)));
  __builtin_memcpy(last, times, sizeof(times));
  report("times up to the last byte", sys::utimensat(AT_FDCWD, "f", last, 0));
  report("st_mtim", setup::stat("f").st_mtim);
  report("times across the end", sys::utimensat(AT_FDCWD, "f", last + 1, 0));
  report("times outside memory", sys::utimensat(AT_FDCWD, "f", reinterpret_cast<timespec *>(outside), 0));
}

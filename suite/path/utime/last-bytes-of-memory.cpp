// utime accepts a path and times that end with the last byte of memory. It refuses what reaches beyond it.
// Covers: utime last valid byte, EFAULT
#include "wali/test.h"

void test() {
  setup::write_file("f", "");
  char *path = setup::at_the_end("f"), *outside = static_cast<char *>(setup::bad_address());
  report("path up to the last byte", sys::utime(path, nullptr));
  path[1] = 'x';
  report("path without an end", sys::utime(path, nullptr));
  path[1] = 0;
  report("path outside memory", sys::utime(outside, nullptr));
  const utimbuf times = {1, 2};
  auto *last = reinterpret_cast<utimbuf *>(setup::last_bytes(sizeof(times)));
  __builtin_memcpy(last, &times, sizeof(times));
  report("times up to the last byte", sys::utime("f", last));
  report("st_mtim", setup::stat("f").st_mtim);
  report("times across the end", sys::utime("f", reinterpret_cast<utimbuf *>(setup::last_bytes(8))));
  report("times outside memory", sys::utime("f", reinterpret_cast<utimbuf *>(outside)));
}

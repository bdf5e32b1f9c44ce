// A buffer that lacks even the byte for the NUL is refused and left alone; one of
// just the length will do.
// Covers: getcwd ERANGE
#include "wali/test.h"

void test() {
  char path[PATH_MAX];
  size_t length = setup::require_count("getcwd", sys::getcwd(path, sizeof(path)), sizeof(path));
  GuardedBytes<1024> buffer;
  char *start = reinterpret_cast<char *>(*&buffer);
  report("size 0", sys::getcwd(start, 0));
  report("size 1", sys::getcwd(start, 1));
  report("size without the NUL", sys::getcwd(start, length - 1));
  report_poison("buffer", buffer);
  report("size with the NUL, against the length", compared(sys::getcwd(start, length).size(), length));
  report("path", compared(__builtin_memcmp(path, start, length), 0));
  report_poison("rest", start + length, 1024 - length);
}

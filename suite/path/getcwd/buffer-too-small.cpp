// getcwd refuses a buffer that has no room for the NUL, and leaves it alone. A buffer of
// exactly the length is enough.
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
  report("length of the path, with its NUL", uint64_t{length});
  report("size with the NUL", sys::getcwd(start, length));
  report("bytes that differ from the path", uint64_t{differing_bytes(path, start, length)});
  report_poison("rest", start + length, 1024 - length);
}

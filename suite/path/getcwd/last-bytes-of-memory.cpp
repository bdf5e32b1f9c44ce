// getcwd accepts a buffer that ends at the last byte of memory. One that the path leaves, or that
// lies outside memory, gives -EFAULT.
// Covers: getcwd last valid byte, EFAULT
#include "wali/test.h"

void test() {
  setup::chdir("/proc");
  char *last = reinterpret_cast<char *>(setup::last_bytes(6));
  report("buffer up to the last byte", sys::getcwd(last, 6));
  report("path", Text(last, 6));
  report("path across the end", sys::getcwd(last + 1, 6));
  report("buffer outside memory", sys::getcwd(static_cast<char *>(setup::bad_address()), 64));
}

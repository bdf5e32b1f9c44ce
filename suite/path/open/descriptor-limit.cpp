// If no descriptor below the limit is free, open is refused and makes no file.
// Covers: open EMFILE
// Covers: openat EMFILE
#include "wali/test.h"

void test() {
  Fd highest = setup::open(".", O_RDONLY);
  report("highest", static_cast<int>(highest));
  setup::limit(RLIMIT_NOFILE, static_cast<uint64_t>(highest + 1));
  report("open", sys::open("new", O_WRONLY | O_CREAT, 0600));
  report("openat", sys::openat(AT_FDCWD, "new", O_WRONLY | O_CREAT, 0600));
  highest.reset();
  report("the name", sys::access("new", F_OK));
  report("open with one more free", sys::open("new", O_WRONLY | O_CREAT, 0600));
}

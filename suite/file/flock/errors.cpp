// flock refuses bad descriptors and operations. It locks directories and write-only descriptors, and unlocks what is
// not locked.
// Covers: flock EBADF, EINVAL
#include "wali/test.h"

void test() {
  setup::write_file("file", "");
  Fd file = setup::open("file", O_WRONLY), path = setup::open("file", O_PATH), directory = setup::open(".", O_RDONLY);
  report("flock: closed", sys::flock(-1, LOCK_EX));
  report("flock: O_PATH", sys::flock(path, LOCK_EX));
  report("flock: operation 0", sys::flock(file, 0));
  report("flock: LOCK_NB alone", sys::flock(file, LOCK_NB));
  report("flock: shared and exclusive", sys::flock(file, LOCK_SH | LOCK_EX));
  report("flock: unlock and exclusive", sys::flock(file, LOCK_UN | LOCK_EX));
  report("flock: operation 16", sys::flock(file, 16 | LOCK_EX));
  report("flock: unlock of what is not locked", sys::flock(file, LOCK_UN));
  report("flock: write-only", sys::flock(file, LOCK_SH | LOCK_NB));
  report("flock: directory", sys::flock(directory, LOCK_EX | LOCK_NB));
}

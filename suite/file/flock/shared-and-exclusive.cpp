// Two opens of a file may both hold a shared lock. An exclusive lock excludes all others. Descriptors that are copies
// hold the same lock.
// Covers: flock LOCK_SH, LOCK_EX, LOCK_UN, LOCK_NB, EAGAIN
#include "wali/test.h"

void test() {
  setup::write_file("file", "");
  Fd first = setup::open("file", O_RDONLY), second = setup::open("file", O_RDONLY);
  Fd copy = setup::duplicate(first);
  report("first shared", sys::flock(first, LOCK_SH));
  report("second shared", sys::flock(second, LOCK_SH | LOCK_NB));
  report("first exclusive", sys::flock(first, LOCK_EX | LOCK_NB));
  report("second unlocks", sys::flock(second, LOCK_UN));
  report("first exclusive", sys::flock(first, LOCK_EX | LOCK_NB));
  report("its copy exclusive", sys::flock(copy, LOCK_EX | LOCK_NB));
  report("second shared", sys::flock(second, LOCK_SH | LOCK_NB));
  report("second exclusive", sys::flock(second, LOCK_EX | LOCK_NB));
  report("first back to shared", sys::flock(first, LOCK_SH | LOCK_NB));
  report("second shared", sys::flock(second, LOCK_SH | LOCK_NB));
  report("copy unlocks", sys::flock(copy, LOCK_UN | LOCK_NB));
  report("second exclusive", sys::flock(second, LOCK_EX | LOCK_NB));
}

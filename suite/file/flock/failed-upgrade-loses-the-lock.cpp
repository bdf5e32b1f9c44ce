// An attempt to make a shared lock exclusive gives up the shared lock first: if another lock
// conflicts, the attempt fails and leaves no lock.
// Covers: flock LOCK_EX, LOCK_NB, EAGAIN, failed upgrade
#include "wali/test.h"

void test() {
  setup::write_file("file", "");
  Fd first = setup::open("file", O_RDONLY), second = setup::open("file", O_RDONLY);
  report("first shared", sys::flock(first, LOCK_SH));
  report("second shared", sys::flock(second, LOCK_SH));
  report("first exclusive", sys::flock(first, LOCK_EX | LOCK_NB));
  report("second exclusive", sys::flock(second, LOCK_EX | LOCK_NB));
  report("first shared", sys::flock(first, LOCK_SH | LOCK_NB));
}

// A child holds its parent's lock with it, and can give it up for both; its end
// alone gives nothing up.
// Covers: flock fork
#include "wali/test.h"

void test() {
  setup::write_file("file", "");
  Fd holder = setup::open("file", O_RDWR), contender = setup::open("file", O_RDWR);
  report("parent exclusive", sys::flock(holder, LOCK_EX));
  Child quiet = setup::fork([&] {
    Fd own = setup::open("file", O_RDWR);
    return sys::flock(own, LOCK_SH | LOCK_NB).value == -EAGAIN ? 11 : 1;
  });
  report("child that tries a descriptor of its own", quiet.wait());
  report("another open's attempt", sys::flock(contender, LOCK_EX | LOCK_NB));
  Child unlocking = setup::fork([&] { return sys::flock(holder, LOCK_UN).value == 0 ? 12 : 1; });
  report("child that unlocks", unlocking.wait());
  report("another open's attempt", sys::flock(contender, LOCK_EX | LOCK_NB));
}

// A child shares its parent's lock and can release it for both. The child's end alone does not release it.
// Covers: flock fork
// Covers: fork locks by flock
#include "wali/test.h"

void test() {
  setup::write_file("file", "");
  Fd holder = setup::open("file", O_RDWR), contender = setup::open("file", O_RDWR);
  report("parent exclusive", sys::flock(holder, LOCK_EX));
  setup::in_child([&] {
    Fd own = setup::open("file", O_RDWR);
    report("attempt of a child that opens the file", sys::flock(own, LOCK_SH | LOCK_NB));
    report("exclusive by the child through the parent's", sys::flock(holder, LOCK_EX | LOCK_NB));
  });
  report("another open's attempt", sys::flock(contender, LOCK_EX | LOCK_NB));
  setup::in_child([&] { report("unlock by a child", sys::flock(holder, LOCK_UN)); });
  report("another open's attempt", sys::flock(contender, LOCK_EX | LOCK_NB));
}

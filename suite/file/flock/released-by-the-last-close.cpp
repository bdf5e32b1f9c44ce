// A lock lasts until the last copy of its descriptor is closed. Closing another descriptor of the same file does not
// release it.
// Covers: flock last close
#include "wali/test.h"

void test() {
  setup::write_file("file", "");
  Fd holder = setup::open("file", O_RDONLY), other = setup::open("file", O_RDONLY),
     contender = setup::open("file", O_RDONLY);
  Fd copy = setup::duplicate(holder);
  report("holder exclusive", sys::flock(holder, LOCK_EX));
  other.reset();
  report("after another descriptor closed", sys::flock(contender, LOCK_EX | LOCK_NB));
  holder.reset();
  report("after the first copy closed", sys::flock(contender, LOCK_EX | LOCK_NB));
  copy.reset();
  report("after the last copy closed", sys::flock(contender, LOCK_EX | LOCK_NB));
}

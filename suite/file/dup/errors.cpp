// dup refuses a number that is not open. It copies an O_PATH descriptor.
// Covers: dup EBADF, O_PATH
#include "wali/test.h"

void test() {
  Fd path = setup::open(".", O_PATH);
  report("dup: -1", sys::dup(-1));
  report("dup: AT_FDCWD", sys::dup(AT_FDCWD));
  report("dup: 1000, not open", sys::dup(1000));
  Fd copy(sys::dup(path).fd());
  report("flags of the copy of an O_PATH descriptor", setup::status_flags(copy));
}

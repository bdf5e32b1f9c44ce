// close refuses a number that is not an open descriptor. An O_PATH descriptor closes like any other.
// Covers: close EBADF, O_PATH
#include "wali/test.h"

void test() {
  Fd path = setup::open(".", O_PATH);
  int number = path.release();
  report("close: -1", sys::close(-1));
  report("close: AT_FDCWD", sys::close(AT_FDCWD));
  report("close: 1000, not open", sys::close(1000));
  report("close: beyond any limit", sys::close(0x7fffffff));
  report("close: O_PATH", sys::close(number));
  report("descriptor flags", setup::descriptor_flags(number));
}

// A file gets the lowest number that is free, also one freed in between.
// Covers: open lowest descriptor
#include "wali/test.h"

void test() {
  setup::write_file("file", "");
  Fd first = setup::open("file", O_RDONLY), second = setup::open("file", O_RDONLY),
     third = setup::open("file", O_RDONLY);
  int freed = second;
  second.reset();
  report("open against the one freed", compared(sys::open("file", O_RDONLY, 0).fd(), freed));
  report("next against the highest", compared(sys::open("file", O_RDONLY, 0).fd(), third + 1));
  setup::require_zero("close", sys::close(0));
  report("open with 0 free", sys::open("file", O_RDONLY, 0));
}

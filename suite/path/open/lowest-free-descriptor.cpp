// open gives the lowest free descriptor, including one that was closed in between.
// Covers: open lowest descriptor
#include "wali/test.h"

void test() {
  setup::write_file("file", "");
  Fd first = setup::open("file", O_RDONLY), second = setup::open("file", O_RDONLY),
     third = setup::open("file", O_RDONLY);
  report("freed", static_cast<int>(second));
  report("highest", static_cast<int>(third));
  second.reset();
  report("open", sys::open("file", O_RDONLY, 0));
  report("open once more", sys::open("file", O_RDONLY, 0));
  setup::require_zero("close", sys::close(0));
  report("open with 0 free", sys::open("file", O_RDONLY, 0));
}

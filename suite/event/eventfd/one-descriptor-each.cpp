// Each eventfd gets the lowest free descriptor. When there is none, it fails with EMFILE.
// Covers: eventfd EMFILE, lowest descriptor
#include "wali/test.h"

void test() {
  report("lowest free number", setup::lowest_free_descriptor());
  Fd first(sys::eventfd(0).fd());
  report("first", int{first});
  report("lowest free number", setup::lowest_free_descriptor());
  Fd second(sys::eventfd(0).fd());
  report("second", int{second});
  first.reset();
  report("the lowest again", sys::eventfd(0));
  setup::limit(RLIMIT_NOFILE, static_cast<uint64_t>(second) + 1);
  report("no descriptor left", sys::eventfd(0));
}

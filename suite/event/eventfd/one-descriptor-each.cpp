// Each eventfd gets the lowest free descriptor. When there is none, it fails with EMFILE.
// Covers: eventfd EMFILE, lowest descriptor
#include "wali/test.h"

void test() {
  Fd first(sys::eventfd(0).fd()), second(sys::eventfd(0).fd());
  report("descriptors", label(static_cast<int>(first), " and ", static_cast<int>(second)));
  first.reset();
  report("the lowest again", sys::eventfd(0));
  setup::limit(RLIMIT_NOFILE, 5);
  report("no descriptor left", sys::eventfd(0));
}

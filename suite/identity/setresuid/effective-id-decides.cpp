// A process has its effective capabilities as long as its effective user id is 0: without
// it they are gone, and are back when it is 0 again.
// Covers: setresuid capabilities
// REQUIRES: root
#include "wali/test.h"

namespace {

// chown of a file of root's to another user takes a capability.
Result give_away() { return sys::chown("file", 1000, 1000); }

} // namespace

void test() {
  setup::write_file("file", "");
  report("setresuid to 1000", sys::setresuid(-1, 1000, -1));
  report("chown", give_away());
  report("setresuid back to 0", sys::setresuid(-1, 0, -1));
  report("chown", give_away());
}

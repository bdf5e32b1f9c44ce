// Children that were forked one after the other get different bytes, even when their parent has asked for some
// before. The files that they name by their bytes are all new.
// Covers: getrandom fork
#include "wali/test.h"

namespace {

void make_directory() {
  uint64_t bytes = 0;
  report("getrandom", sys::getrandom(&bytes, sizeof(bytes), 0));
  report("mkdir of that name", sys::mkdir(label(bytes).c_str(), 0700));
}

} // namespace

void test() {
  make_directory();
  setup::in_child(make_directory);
  setup::in_child(make_directory);
}

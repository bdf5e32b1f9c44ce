// A path may lead over 40 symbolic links, and not over 41.
// Covers: stat ELOOP
#include "wali/test.h"

void test() {
  setup::write_file("link0", "there");
  for (int i = 1; i <= 41; ++i)
    setup::symlink(label("link", i - 1).c_str(), label("link", i).c_str());
  Guarded<struct stat> status;
  report("41 links", sys::stat("link41", &status));
  report_poison("structure", status);
  report("40 links", sys::stat("link40", &status));
  report("size", status->st_size);
}

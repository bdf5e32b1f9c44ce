// A path may lead over 40 symbolic links, and not over 41.
// Covers: stat ELOOP, 40 links
#include "wali/test.h"

void test() {
  setup::write_file("link0", "there");
  for (int i = 1; i <= 41; ++i)
    setup::symlink(label("link", i - 1).c_str(), label("link", i).c_str());
  Guarded<struct stat> status;
  report("41 links", sys::stat("link41", &status));
  report_poison("structure", status);
  // Where something is mounted in the meantime the kernel walks the path anew, and does
  // not begin to count anew: hence several tries.
  Result result = sys::stat("link40", &status);
  for (int tries = 1; tries < 20 && result.value == -ELOOP; ++tries)
    result = sys::stat("link40", &status);
  report("40 links", result);
  report("size", status->st_size);
}

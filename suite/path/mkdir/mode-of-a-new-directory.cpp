// mkdir gives a new directory the permission bits and the sticky bit that the umask leaves, and ignores set-id bits.
// Covers: mkdir mode
#include "wali/test.h"

void test() {
  sys::umask(0);
  for (int bit = 0; bit < 12; ++bit) {
    Line name = label("bit", bit);
    setup::require_zero("mkdir", sys::mkdir(name.c_str(), 1u << bit));
    report(name, FileMode{setup::stat(name.c_str()).st_mode});
  }
  sys::umask(0127);
  report("mkdir", sys::mkdir("masked", 0xffffffff));
  report("masked", FileMode{setup::stat("masked").st_mode});
}

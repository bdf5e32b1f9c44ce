// chroot accepts a path that ends at the last byte of memory. One that runs beyond memory gives
// -EFAULT, and the root stays.
// Covers: chroot last valid byte, EFAULT
// REQUIRES: root || ns-root
#include "wali/test.h"

void test() {
  setup::mkdir("d");
  setup::write_file("d/wali-name", "");
  char *path = setup::at_the_end("dx");
  path[2] = 'y';
  report("path without an end", sys::chroot(path));
  report("/wali-name", sys::access("/wali-name", F_OK));
  report("path up to the last byte", sys::chroot(setup::at_the_end("d")));
  report("/wali-name", sys::access("/wali-name", F_OK));
}

// A path may end where memory ends; one that goes on there is refused.
// Covers: chroot last valid byte, EFAULT
// REQUIRES: root || ns-root
#include "wali/test.h"

void test() {
  setup::mkdir("d");
  char *path = setup::at_the_end("dx");
  path[2] = 'y';
  report("path without an end", sys::chroot(path));
  report("path up to the last byte", sys::chroot(setup::at_the_end("d")));
  report("root's own name", sys::access("/d", F_OK));
}

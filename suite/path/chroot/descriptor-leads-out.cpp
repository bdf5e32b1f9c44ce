// A directory that was opened before chroot still leads outside the new root: fchdir goes there,
// and `..` leads on from there to the old root.
// Covers: chroot descriptors
// Covers: fchdir chroot
// REQUIRES: root || ns-root
#include "wali/test.h"

void test() {
  setup::mkdir("jail");
  setup::mkdir("jail/proc");
  setup::write_file("jail/within", "");
  setup::write_file("name", "outside");
  Fd outside = setup::open(".", O_RDONLY | O_DIRECTORY);
  setup::require_zero("chroot", sys::chroot("jail"));
  setup::chdir("/");
  report("/within", sys::access("/within", F_OK));
  report("name", sys::access("name", F_OK));
  report("by the descriptor", sys::faccessat(outside, "name", F_OK, 0));
  report("fchdir", sys::fchdir(outside));
  report("name", setup::read_file("name"));
  report("into the old root", sys::chdir("../../../../../../../../../../.."));
  report("chroot to it", sys::chroot("."));
  report("/proc/self", sys::access("/proc/self", F_OK));
}

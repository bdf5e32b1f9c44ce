// chroot refuses a path that leads to no directory, with the error that says why. It checks the path before the
// caller's rights.
// Covers: chroot ENOENT, ENOTDIR, ELOOP, ENAMETOOLONG, EFAULT
#include "wali/test.h"

void test() {
  setup::write_file("file", "");
  setup::symlink("loop", "loop");
  report("missing", sys::chroot("missing"));
  report("empty path", sys::chroot(""));
  report("file", sys::chroot("file"));
  report("link to itself", sys::chroot("loop"));
  report("name of 256 bytes", sys::chroot(setup::name_of(256)));
  report("path of 4096 bytes", sys::chroot(setup::path_of(4096)));
  report("path outside memory", sys::chroot(static_cast<char *>(setup::bad_address())));
}

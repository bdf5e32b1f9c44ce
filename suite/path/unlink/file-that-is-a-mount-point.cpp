// A file on which something is mounted is neither removed nor renamed, and no other file
// takes its name.
// Covers: unlink EBUSY
// Covers: unlinkat EBUSY
// Covers: rename EBUSY
// Covers: renameat2 EBUSY
// REQUIRES: namespaces
#include "wali/test.h"

void test() {
  // In the same directory, so that nothing but the mount is in the way.
  Line beside = label(setup::mounted_file, "-beside");
  setup::write_file(setup::mounted_file, "there");
  report("unlink", sys::unlink(setup::mounted_file));
  report("unlinkat", sys::unlinkat(AT_FDCWD, setup::mounted_file, 0));
  report("rename of it", sys::rename(setup::mounted_file, beside.c_str()));
  setup::write_file(beside.c_str(), "beside");
  report("rename over it", sys::rename(beside.c_str(), setup::mounted_file));
  report("renameat2, exchange",
         sys::renameat2(AT_FDCWD, beside.c_str(), AT_FDCWD, setup::mounted_file, RENAME_EXCHANGE));
  report("file", setup::read_file(setup::mounted_file));
  report("unlink of the one beside it", sys::unlink(beside.c_str()));
}

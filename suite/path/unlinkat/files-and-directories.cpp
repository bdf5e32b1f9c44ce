// With AT_REMOVEDIR unlinkat removes only directories, without it anything else. A relative path starts at the
// directory descriptor.
// Covers: unlinkat AT_REMOVEDIR, EISDIR, ENOTDIR, ENOTEMPTY, EINVAL, EBUSY, dirfd
#include "wali/test.h"

void test() {
  setup::mkdir("parent");
  setup::mkdir("parent/directory");
  setup::write_file("parent/directory/file", "");
  setup::write_file("parent/file", "");
  setup::write_file("file", "another");
  Fd parent = setup::open("parent", O_RDONLY | O_DIRECTORY);
  report("directory", sys::unlinkat(parent, "directory", 0));
  report("file, AT_REMOVEDIR", sys::unlinkat(parent, "file", AT_REMOVEDIR));
  report("full directory, AT_REMOVEDIR", sys::unlinkat(parent, "directory", AT_REMOVEDIR));
  report("., AT_REMOVEDIR", sys::unlinkat(parent, ".", AT_REMOVEDIR));
  report("/, AT_REMOVEDIR", sys::unlinkat(parent, "/", AT_REMOVEDIR));
  report("file in it", sys::unlinkat(parent, "directory/file", 0));
  report("empty directory, AT_REMOVEDIR", sys::unlinkat(parent, "directory", AT_REMOVEDIR));
  report("file", sys::unlinkat(parent, "file", 0));
  report("parent, AT_REMOVEDIR", sys::unlinkat(AT_FDCWD, "parent", AT_REMOVEDIR));
  report("the other file", setup::read_file("file"));
}

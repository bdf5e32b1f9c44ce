// The new name starts at the directory descriptor. symlinkat does not look at the target.
// Covers: symlinkat newdirfd, AT_FDCWD, EBADF, ENOTDIR, ENOENT, EEXIST, ELOOP, ENAMETOOLONG
#include "wali/test.h"

void test() {
  setup::mkdir("directory");
  setup::mkdir("removed");
  setup::write_file("file", "");
  Fd directory = setup::open("directory", O_RDONLY | O_DIRECTORY), file = setup::open("file", O_RDONLY),
     removed = setup::open("removed", O_PATH);
  setup::rmdir("removed");
  report("by the directory", sys::symlinkat("../file", directory, "link"));
  report("it leads there", sys::access("directory/link", F_OK));
  char buffer[16];
  report("target", Text(buffer, sys::readlinkat(directory, "link", buffer, 16).size()));
  report("by AT_FDCWD", sys::symlinkat("link", AT_FDCWD, "link"));
  report("it leads to itself", sys::access("link", F_OK));
  report("once more", sys::symlinkat("x", AT_FDCWD, "link"));
  report("absolute path with dirfd -1", sys::symlinkat("x", -1, "/"));
  report("empty target", sys::symlinkat("", AT_FDCWD, "new"));
  report("below a link to itself", sys::symlinkat("x", AT_FDCWD, "link/new"));
  report("name of 256 bytes", sys::symlinkat("x", directory, setup::name_of(256)));
  report("dirfd that is not open", sys::symlinkat("x", -1, "new"));
  report("file as dirfd", sys::symlinkat("x", file, "new"));
  report("dirfd of a removed directory", sys::symlinkat("x", removed, "new"));
}

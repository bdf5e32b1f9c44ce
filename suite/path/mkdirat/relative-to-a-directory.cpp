// A relative path starts at the directory descriptor, which an absolute one ignores. In a removed directory nothing
// is made.
// Covers: mkdirat dirfd, AT_FDCWD, ENOENT, EEXIST
#include "wali/test.h"

void test() {
  setup::mkdir("directory");
  setup::mkdir("removed");
  Fd directory = setup::open("directory", O_RDONLY | O_DIRECTORY), removed = setup::open("removed", O_PATH);
  report("by the directory", sys::mkdirat(directory, "new", 0700));
  report("type", Choice{sets::file_type, setup::stat("directory/new").st_mode & S_IFMT});
  report("by AT_FDCWD", sys::mkdirat(AT_FDCWD, "new", 0700));
  report("type", Choice{sets::file_type, setup::stat("new").st_mode & S_IFMT});
  report("once more", sys::mkdirat(AT_FDCWD, "new", 0700));
  report("absolute", sys::mkdirat(-1, "/", 0700));
  setup::rmdir("removed");
  report("by a removed directory", sys::mkdirat(removed, "new", 0700));
}

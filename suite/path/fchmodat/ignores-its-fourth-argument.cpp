// Linux's fchmodat has no flags and ignores the fourth argument: links are followed, unknown bits are
// accepted, and an empty path gives -ENOENT.
// Covers: fchmodat flags ignored, ENOENT
#include "wali/test.h"

void test() {
  setup::mkdir("directory");
  setup::write_file("file", "");
  setup::symlink("file", "link");
  Fd directory = setup::open("directory", O_RDONLY | O_DIRECTORY);
  report("AT_SYMLINK_NOFOLLOW", sys::fchmodat(AT_FDCWD, "link", 0653, AT_SYMLINK_NOFOLLOW));
  report("mode of the file", FileMode{setup::stat("file").st_mode});
  report("mode of the link", FileMode{setup::stat("link").st_mode});
  report("unknown bits", sys::fchmodat(AT_FDCWD, "file", 0624, 0x7fffffff));
  report("mode of the file", FileMode{setup::stat("file").st_mode});
  report("all bits", sys::fchmodat(AT_FDCWD, "file", 0641, -1));
  report("mode of the file", FileMode{setup::stat("file").st_mode});
  report("empty path, AT_EMPTY_PATH", sys::fchmodat(directory, "", 0711, AT_EMPTY_PATH));
  report("mode of the directory", FileMode{setup::stat("directory").st_mode});
}

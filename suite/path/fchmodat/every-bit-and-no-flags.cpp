// Each of the twelve bits is set, by a directory descriptor too; the fourth argument
// is none of Linux's, and links are followed whatever it says.
// Covers: fchmodat mode, dirfd, flags ignored
#include "wali/test.h"

void test() {
  setup::mkdir("directory");
  setup::write_file("directory/file", "");
  setup::write_file("file", "");
  setup::chmod("file", 0111);
  setup::symlink("file", "directory/link");
  Fd directory = setup::open("directory", O_RDONLY | O_DIRECTORY);
  for (int bit = 0; bit < 12; ++bit) {
    report(label("fchmodat to bit ", bit), sys::fchmodat(directory, "file", 1u << bit, 0));
    report("st_mode", FileMode{setup::stat("directory/file").st_mode});
  }
  report("AT_SYMLINK_NOFOLLOW", sys::fchmodat(AT_FDCWD, "directory/link", 0653, AT_SYMLINK_NOFOLLOW));
  report("st_mode", FileMode{setup::stat("directory/file").st_mode});
  report("unknown bits", sys::fchmodat(AT_FDCWD, "file", 0624, 0x7fffffff));
  report("st_mode", FileMode{setup::stat("file").st_mode});
  report("empty path, AT_EMPTY_PATH", sys::fchmodat(directory, "", 0700, AT_EMPTY_PATH));
  report("absolute path with dirfd -1", sys::fchmodat(-1, "/nowhere", 0700, -1));
}

// A link is followed, and has no mode of its own; a directory's mode is changed like
// a file's, and nothing but mode and time of change is.
// Covers: chmod symbolic links, directories
#include "wali/test.h"

void test() {
  setup::write_file("file", "abc");
  setup::symlink("file", "link");
  setup::mkdir("directory");
  const timespec times[2] = {{11, 1}, {22, 2}};
  setup::require("utimensat", sys::utimensat(AT_FDCWD, "file", times, 0));
  struct stat before = setup::stat("file");
  report("chmod of a link", sys::chmod("link", 0642));
  struct stat after = setup::stat("file");
  report("st_mode", FileMode{after.st_mode});
  report("st_mode of the link", FileMode{setup::stat("link").st_mode});
  report("st_size", after.st_size);
  report("st_mtim", after.st_mtim);
  report("st_ctim against before", compared(after.st_ctim.tv_sec, before.st_ctim.tv_sec - 1));
  report("chmod of a directory", sys::chmod("directory/.", 01705));
  report("st_mode", FileMode{setup::stat("directory").st_mode});
}

// fchmodat sets and clears each of the twelve bits of a mode. A relative path starts at the directory
// descriptor, and an absolute one does not look at it.
// Covers: fchmodat mode, dirfd, absolute path
#include "wali/test.h"

void test() {
  setup::mkdir("directory");
  setup::write_file("directory/file", "");
  setup::write_file("file", "");
  setup::chmod("file", 0111);
  Fd directory = setup::open("directory", O_PATH | O_DIRECTORY);
  for (int bit = 0; bit < 12; ++bit) {
    report(label("fchmodat to bit ", bit), sys::fchmodat(directory, "file", 1u << bit, 0));
    report("st_mode", FileMode{setup::stat("directory/file").st_mode});
  }
  report("fchmodat with bits beyond", sys::fchmodat(directory, "file", 0xfffff000 | 03526, 0));
  report("st_mode", FileMode{setup::stat("directory/file").st_mode});
  report("st_mode of the file here", FileMode{setup::stat("file").st_mode});
  report("AT_FDCWD", sys::fchmodat(AT_FDCWD, "file", 0222, 0));
  report("st_mode", FileMode{setup::stat("file").st_mode});
  Line absolute = label(setup::working_directory(), "/file");
  report("absolute path with dirfd -1", sys::fchmodat(-1, absolute.c_str(), 0333, 0));
  report("st_mode", FileMode{setup::stat("file").st_mode});
  report("absolute path with another directory", sys::fchmodat(directory, absolute.c_str(), 0444, 0));
  report("st_mode", FileMode{setup::stat("file").st_mode});
}

// chmod follows a symbolic link, also one of /proc/self/fd to an O_PATH descriptor. It changes a
// directory's mode like a file's, and nothing but the mode.
// Covers: chmod symbolic links, directories
#include "wali/test.h"

void test() {
  setup::write_file("file", "abc");
  setup::symlink("file", "link");
  setup::symlink("nowhere", "dangling");
  setup::mkdir("directory");
  const timespec times[2] = {{11, 1}, {22, 2}};
  setup::set_times("file", times);
  report("chmod of a link", sys::chmod("link", 0642));
  struct stat after = setup::stat("file");
  report("st_mode", FileMode{after.st_mode});
  report("st_mode of the link", FileMode{setup::stat("link").st_mode});
  report("st_size", after.st_size);
  report("st_mtim", after.st_mtim);
  report("chmod of a dangling link", sys::chmod("dangling", 0642));
  report("nowhere", sys::access("nowhere", F_OK));
  Fd handle = setup::open("file", O_PATH);
  report("chmod by a handle's name", sys::chmod(label("/proc/self/fd/", static_cast<int>(handle)).c_str(), 0406));
  report("st_mode", FileMode{setup::stat("file").st_mode});
  report("chmod of a directory", sys::chmod("directory/.", 01705));
  report("st_mode", FileMode{setup::stat("directory").st_mode});
}

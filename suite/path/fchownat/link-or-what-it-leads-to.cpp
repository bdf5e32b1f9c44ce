// What is followed loses its set-user-id bit, what is not keeps it; the path starts
// at the directory descriptor.
// Covers: fchownat dirfd, AT_SYMLINK_NOFOLLOW, AT_EMPTY_PATH, ENOENT
#include "wali/test.h"

void test() {
  setup::mkdir("directory");
  setup::write_file("directory/file", "");
  setup::symlink("file", "directory/link");
  Fd directory = setup::open("directory", O_RDONLY | O_DIRECTORY), handle = setup::open("directory/file", O_PATH);
  const auto set = [] { setup::chmod("directory/file", 04711); };
  const auto mode = [] { return FileMode{setup::stat("directory/file").st_mode}; };
  set();
  report("AT_SYMLINK_NOFOLLOW", sys::fchownat(directory, "link", -1, -1, AT_SYMLINK_NOFOLLOW));
  report("mode", mode());
  report("followed", sys::fchownat(directory, "link", -1, -1, 0));
  report("mode", mode());
  set();
  report("empty path", sys::fchownat(handle, "", -1, -1, 0));
  report("mode", mode());
  report("AT_EMPTY_PATH", sys::fchownat(handle, "", -1, -1, AT_EMPTY_PATH));
  report("mode", mode());
  report("absolute path with dirfd -1", sys::fchownat(-1, "/nowhere", -1, -1, 0));
}

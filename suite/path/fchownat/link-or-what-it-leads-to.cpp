// fchownat follows a link unless AT_SYMLINK_NOFOLLOW is given, and takes the descriptor itself with AT_EMPTY_PATH.
// The file that it reaches loses its set-user-id bit. Another keeps it.
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
  set();
  Line absolute = label(setup::working_directory(), "/directory/file");
  report("absolute path with dirfd -1", sys::fchownat(-1, absolute.c_str(), -1, -1, 0));
  report("mode", mode());
}

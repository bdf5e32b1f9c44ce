// A relative path starts at the directory descriptor, which an absolute one ignores. AT_NO_AUTOMOUNT has no effect
// where nothing is mounted automatically.
// Covers: fstatat dirfd, AT_FDCWD, AT_NO_AUTOMOUNT
#include "wali/test.h"

void test() {
  setup::mkdir("directory");
  setup::write_file("directory/name", "12");
  setup::write_file("name", "1234567");
  Fd directory = setup::open("directory", O_RDONLY | O_DIRECTORY);
  Guarded<struct stat> status;
  report("by the directory", sys::fstatat(directory, "name", &status, 0));
  report("size", status->st_size);
  report("by AT_FDCWD", sys::fstatat(AT_FDCWD, "name", &status, AT_NO_AUTOMOUNT));
  report("size", status->st_size);
  report("absolute", sys::fstatat(-1, "/dev/null", &status, AT_NO_AUTOMOUNT | AT_SYMLINK_NOFOLLOW));
  report("st_rdev", Hex{status->st_rdev});
}

// A directory's descriptor names the directory wherever it has moved, and not another one
// that has its old name now.
// Covers: fstatat dirfd, renamed directory
// Covers: mkdirat dirfd, renamed directory
// Covers: unlinkat dirfd, renamed directory
#include "wali/test.h"

void test() {
  setup::mkdir("directory");
  setup::write_file("directory/name", "three");
  const Fd directory = setup::open("directory", O_RDONLY | O_DIRECTORY);
  setup::rename("directory", "moved");
  setup::mkdir("directory");
  setup::write_file("directory/name", "another");
  struct stat status = {};
  report("fstatat", sys::fstatat(directory, "name", &status, 0));
  report("size", status.st_size);
  report("mkdirat", sys::mkdirat(directory, "made", 0700));
  report("moved/made", sys::access("moved/made", F_OK));
  report("unlinkat", sys::unlinkat(directory, "name", 0));
  report("moved/name", sys::access("moved/name", F_OK));
  report("directory/name", sys::access("directory/name", F_OK));
}

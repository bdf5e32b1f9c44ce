// A relative path starts at the directory descriptor, which an absolute one ignores.
// Covers: statx dirfd, AT_FDCWD
#include "wali/test.h"

void test() {
  setup::mkdir("directory");
  setup::write_file("directory/name", "12");
  setup::write_file("name", "1234567");
  Fd directory = setup::open("directory", O_RDONLY | O_DIRECTORY);
  Guarded<struct statx> extended;
  report("by the directory", sys::statx(directory, "name", 0, STATX_SIZE, &extended));
  report("size", extended->stx_size);
  report("by AT_FDCWD", sys::statx(AT_FDCWD, "name", 0, STATX_SIZE, &extended));
  report("size", extended->stx_size);
  report("absolute", sys::statx(-1, "/dev/null", 0, STATX_TYPE, &extended));
  report("type", Choice{sets::file_type, extended->stx_mode & S_IFMT});
}

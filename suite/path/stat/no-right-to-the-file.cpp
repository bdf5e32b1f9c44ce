// stat, lstat, fstatat and statx need no permission to the file itself.
// Covers: stat file without permissions
// Covers: lstat file without permissions
// Covers: fstatat file without permissions
// Covers: statx file without permissions
// REQUIRES: user
#include "wali/test.h"

void test() {
  setup::write_file("file", "1234567");
  setup::chmod("file", 0);
  report("open", sys::open("file", O_RDONLY, 0));
  struct stat status = {};
  struct statx extended = {};
  report("stat", sys::stat("file", &status));
  report("st_size", status.st_size);
  status = {};
  report("lstat", sys::lstat("file", &status));
  report("st_size", status.st_size);
  status = {};
  report("fstatat", sys::fstatat(AT_FDCWD, "file", &status, 0));
  report("st_size", status.st_size);
  report("statx", sys::statx(AT_FDCWD, "file", 0, STATX_SIZE, &extended));
  report("stx_size", extended.stx_size);
}

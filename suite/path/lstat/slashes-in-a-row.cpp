// Slashes in a row count as one, and `.` between them as nothing.
// Covers: access slashes
// Covers: lstat slashes
// Covers: fstatat slashes
// Covers: chdir slashes
// Covers: chmod slashes
// Covers: link slashes
#include "wali/test.h"

void test() {
  setup::mkdir("directory");
  setup::write_file("directory/file", "12345");
  const char *path = "directory//.///file";
  struct stat status = {};
  report("access", sys::access(path, F_OK));
  report("lstat", sys::lstat(path, &status));
  report("st_size", status.st_size);
  status = {};
  report("fstatat", sys::fstatat(AT_FDCWD, path, &status, 0));
  report("st_size", status.st_size);
  report("chmod", sys::chmod(path, 0641));
  report("mode", FileMode{setup::stat("directory/file").st_mode});
  report("link", sys::link(path, ".//second"));
  report("second", setup::read_file("second"));
  report("chdir", sys::chdir("directory//./"));
  report("file", setup::read_file("file"));
  report("access of an absolute path", sys::access("//proc///self/.", F_OK));
}

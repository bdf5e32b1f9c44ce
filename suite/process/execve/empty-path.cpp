// An empty path names no program, and neither does one of slashes and dots alone.
// Covers: execve ENOENT, EACCES, empty path
#include "wali/test.h"

void test() {
  const char *const argv[] = {"x", nullptr};
  for (const char *path : {"", "/", "./", ".."})
    report(label("execve of '", path, "'"), sys::execve(path, argv, nullptr));
}

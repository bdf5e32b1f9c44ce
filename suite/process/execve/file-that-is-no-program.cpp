// A file without permission to execute, a directory, and a file of no known format do not run, and the
// caller goes on.
// Covers: execve EACCES, ENOEXEC
#include "wali/test.h"

void test() {
  const char *const argv[] = {"x", nullptr};
  setup::write_file("plain", "no program");
  report("not executable", sys::execve("plain", argv, nullptr));
  report("a directory", sys::execve(".", argv, nullptr));
  setup::chmod("plain", 0700);
  report("no format", sys::execve("plain", argv, nullptr));
}

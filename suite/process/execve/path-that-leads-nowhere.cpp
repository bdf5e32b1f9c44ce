// If the path leads to no file, execve fails with the error that says why, and the caller goes on.
// Covers: execve ENOENT, ENOTDIR, ENAMETOOLONG, ELOOP
#include "wali/test.h"

void test() {
  const char *const argv[] = {"x", nullptr};
  auto run = [&](const char *path) { return sys::execve(path, argv, nullptr); };
  setup::write_file("plain", "no program");
  report("no such file", run("missing"));
  report("file as directory", run("plain/x"));
  setup::symlink("loop", "loop");
  report("link to itself", run("loop"));
  static char name[300];
  __builtin_memset(name, 'n', 299);
  report("name of 299 bytes", run(name));
}

// execve refuses what cannot be run with the error that says why, and the caller goes on.
// Covers: execve ENOENT, EACCES, ENOTDIR, ENOEXEC, EFAULT, ENAMETOOLONG, ELOOP
#include "wali/test.h"

void test() {
  const char *const argv[] = {"x", nullptr};
  auto run = [&](const char *path) { return sys::execve(path, argv, nullptr); };
  setup::write_file("plain", "no program");
  report("no such file", run("missing"));
  report("not executable", run("plain"));
  report("a directory", run("."));
  report("file as directory", run("plain/x"));
  setup::chmod("plain", 0700);
  report("no format", run("plain"));
  setup::symlink("loop", "loop");
  report("link to itself", run("loop"));
  static char name[300];
  __builtin_memset(name, 'n', 299);
  report("name of 299 bytes", run(name));
  report("bad path", run(static_cast<char *>(setup::bad_address())));
  report("bad argv", sys::execve("/bin/sh", static_cast<const char *const *>(setup::bad_address()), nullptr));
}

// statfs refuses bad paths and arguments, each with the error that names what is wrong, and nothing is written.
// Covers: statfs ENOENT, ENOTDIR, ELOOP, ENAMETOOLONG, EFAULT
#include "wali/test.h"

void test() {
  setup::write_file("file", "");
  setup::symlink("loop", "loop");
  setup::symlink("nowhere", "dangling");
  Guarded<struct statfs> status;
  auto attempt = [&](const char *path) { return sys::statfs(path, &status); };
  report("missing", attempt("missing"));
  report("dangling link", attempt("dangling"));
  report("empty path", attempt(""));
  report("file as directory", attempt("file/x"));
  report("link to itself on the way", attempt("loop/x"));
  report("name of 256 bytes", attempt(setup::name_of(256)));
  report("path of 4096 bytes", attempt(setup::path_of(4096)));
  report("path outside of memory", attempt(static_cast<const char *>(setup::bad_address())));
  report_poison("structure", status);
}

// readlink refuses bad paths and arguments, each with the error that names what is wrong, and nothing is written.
// Covers: readlink ENOENT, ENOTDIR, ELOOP, ENAMETOOLONG, EINVAL
#include "wali/test.h"

void test() {
  setup::write_file("file", "");
  setup::symlink("loop", "loop");
  setup::symlink("file", "link");
  GuardedBytes<16> guarded;
  char *buffer = reinterpret_cast<char *>(*&guarded);
  auto attempt = [&](const char *path) { return sys::readlink(path, buffer, 16); };
  report("missing", attempt("missing"));
  report("empty path", attempt(""));
  report("file as directory", attempt("file/x"));
  report("link to itself on the way", attempt("loop/x"));
  report("name of 256 bytes", attempt(setup::name_of(256)));
  report("path of 4096 bytes", attempt(setup::path_of(4096)));
  report("file", sys::readlink("file", buffer, 16));
  report("size 0", sys::readlink("link", buffer, 0));
  report("size -1", sys::readlink("link", buffer, -1));
  report_poison("buffer", guarded);
}

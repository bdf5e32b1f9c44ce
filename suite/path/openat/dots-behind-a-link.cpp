// `..` behind a symbolic link leads to the parent of what the link leads to, in each call
// that takes a path, and not back to the directory that the link lies in.
// Covers: openat .., symbolic links
// Covers: open .., symbolic links
// Covers: stat .., symbolic links
// Covers: fstatat .., symbolic links
// Covers: mkdir .., symbolic links
// Covers: unlink .., symbolic links
// Covers: chdir .., symbolic links
#include "wali/test.h"

namespace {

void report_contents(const char *name, Result opened) {
  char bytes[8] = {};
  const Fd file(opened.fd());
  report(name, opened);
  report("read", sys::read(file, bytes, sizeof(bytes)));
  report("contents", Text(bytes));
}

} // namespace

void test() {
  setup::mkdir("far");
  setup::mkdir("far/inner");
  setup::write_file("far/name", "far");
  setup::write_file("name", "near by");
  setup::symlink("far/inner", "link");
  struct stat status = {};
  report_contents("openat", sys::openat(AT_FDCWD, "link/../name", O_RDONLY, 0));
  report_contents("open", sys::open("link/../name", O_RDONLY, 0));
  report("stat", sys::stat("link/../name", &status));
  report("size", status.st_size);
  status = {};
  report("fstatat", sys::fstatat(AT_FDCWD, "link/../name", &status, 0));
  report("size", status.st_size);
  report("mkdir", sys::mkdir("link/../made", 0700));
  report("far/made", sys::access("far/made", F_OK));
  report("unlink", sys::unlink("link/../name"));
  report("far/name", sys::access("far/name", F_OK));
  report("chdir", sys::chdir("link/.."));
  report("inner", sys::access("inner", F_OK));
}

// Without the permission bits an ordinary user can neither read nor write a file, nor search a directory, nor create
// a file in one, with a name or without. Only the owner may use O_NOATIME.
// Covers: open EACCES, EPERM, O_NOATIME, permission bits
// Covers: openat EACCES, EPERM
// REQUIRES: user
#include "wali/test.h"

void test() {
  setup::write_file("write-only", "");
  setup::chmod("write-only", 0200);
  setup::write_file("read-only", "");
  setup::chmod("read-only", 0400);
  setup::mkdir("closed");
  setup::write_file("closed/file", "");
  Fd closed = setup::open("closed", O_RDONLY | O_DIRECTORY);
  setup::chmod("closed", 0600);
  setup::mkdir("fixed", 0500);
  const auto attempt = [](const char *name, const char *path, int flags) {
    report(label("open: ", name), sys::open(path, flags, 0600));
    report(label("openat: ", name), sys::openat(AT_FDCWD, path, flags, 0600));
  };
  attempt("reading without permission", "write-only", O_RDONLY);
  attempt("writing without permission", "read-only", O_WRONLY);
  attempt("access mode 3 without one of both", "read-only", O_WRONLY | O_RDWR);
  attempt("truncating without permission", "read-only", O_RDONLY | O_TRUNC);
  attempt("beyond a closed directory", "closed/file", O_RDONLY);
  report("openat: by the closed directory's descriptor", sys::openat(closed, "file", O_RDONLY, 0));
  attempt("O_PATH beyond a closed directory", "closed/file", O_PATH);
  attempt("file without a name without permission", "fixed", O_RDWR | O_TMPFILE);
  attempt("new file without permission", "fixed/new", O_WRONLY | O_CREAT);
  attempt("O_NOATIME of root's", "/proc", O_RDONLY | O_NOATIME);
}

// An immutable file is not opened for writing even by root, nor is one made in an
// immutable directory; one that is append-only takes O_APPEND without O_TRUNC.
// Covers: open EPERM, O_APPEND, O_TRUNC, immutable file
// Covers: openat EPERM, O_APPEND, O_TRUNC
// REQUIRES: root, namespaces
#include "wali/test.h"

namespace {

void attempt(const char *name, const char *path, int flags) {
  Result opened = sys::open(path, flags, 0600);
  sys::close(opened.fd());
  report(label("open: ", name), opened);
  Result opened_at = sys::openat(AT_FDCWD, path, flags, 0600);
  sys::close(opened_at.fd());
  report(label("openat: ", name), opened_at);
}

} // namespace

void test() {
  setup::chdir(setup::disk);
  setup::write_file("fixed", "keep");
  setup::write_file("log", "first");
  setup::mkdir("closed");
  setup::set_inode_flags(setup::open("fixed", O_RDONLY), FS_IMMUTABLE_FL);
  setup::set_inode_flags(setup::open("closed", O_RDONLY), FS_IMMUTABLE_FL);
  setup::set_inode_flags(setup::open("log", O_RDONLY), FS_APPEND_FL);
  attempt("immutable, reading", "fixed", O_RDONLY);
  attempt("immutable, writing", "fixed", O_WRONLY);
  attempt("immutable, appending", "fixed", O_WRONLY | O_APPEND);
  attempt("immutable, O_TRUNC", "fixed", O_RDONLY | O_TRUNC);
  attempt("immutable directory, new file", "closed/new", O_WRONLY | O_CREAT);
  attempt("immutable directory, without a name", "closed", O_RDWR | O_TMPFILE);
  attempt("append-only, reading", "log", O_RDONLY);
  attempt("append-only, writing", "log", O_WRONLY);
  attempt("append-only, both", "log", O_RDWR);
  attempt("append-only, O_APPEND|O_TRUNC", "log", O_WRONLY | O_APPEND | O_TRUNC);
  report("write", sys::write(Fd(sys::open("log", O_WRONLY | O_APPEND, 0).fd()), " second", 7));
  report("write by openat", sys::write(Fd(sys::openat(AT_FDCWD, "log", O_RDWR | O_APPEND, 0).fd()), " third", 6));
  report("append-only contents", setup::read_file("log"));
  report("immutable contents", setup::read_file("fixed"));
}

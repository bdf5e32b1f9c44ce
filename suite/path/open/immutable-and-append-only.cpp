// Not even root opens an immutable file for writing, or makes a file in an immutable
// directory. An append-only file is opened with O_APPEND, and never with O_TRUNC.
// Covers: open EPERM, O_APPEND, O_TRUNC, immutable file
// Covers: openat EPERM, O_APPEND, O_TRUNC
// REQUIRES: root, namespaces, inode-flags
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

void report_written(const char *name, Result opened, Text bytes) {
  const Fd file(opened.fd());
  report(name, opened);
  report("write", sys::write(file, bytes.data, bytes.size));
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
  report_written("open, append-only, O_APPEND", sys::open("log", O_WRONLY | O_APPEND, 0), " second");
  report_written("openat, append-only, O_APPEND", sys::openat(AT_FDCWD, "log", O_RDWR | O_APPEND, 0), " third");
  report("append-only contents", setup::read_file("log"));
  report("immutable contents", setup::read_file("fixed"));
}

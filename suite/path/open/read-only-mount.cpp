// On a read-only mount files are opened for reading only: none is opened for writing,
// truncated or made. A FIFO can still be opened for both.
// Covers: open EROFS, O_WRONLY, O_RDWR, O_TRUNC, O_CREAT, O_TMPFILE
// Covers: openat EROFS, O_WRONLY, O_RDWR, O_TRUNC, O_CREAT, O_TMPFILE
// REQUIRES: namespaces
#include "wali/test.h"

void test() {
  setup::chdir(setup::disk);
  setup::write_file("file", "keep");
  setup::make_fifo("fifo");
  setup::chdir(setup::read_only_disk);
  const auto attempt = [](const char *name, const char *path, int flags) {
    Result opened = sys::open(path, flags, 0600);
    sys::close(opened.fd());
    report(label("open: ", name), opened);
    Result opened_at = sys::openat(AT_FDCWD, path, flags, 0600);
    sys::close(opened_at.fd());
    report(label("openat: ", name), opened_at);
  };
  attempt("reading", "file", O_RDONLY);
  attempt("O_CREAT of what is there", "file", O_RDONLY | O_CREAT);
  attempt("O_CREAT|O_EXCL of what is there", "file", O_RDONLY | O_CREAT | O_EXCL);
  attempt("writing", "file", O_WRONLY);
  attempt("both", "file", O_RDWR | O_APPEND);
  attempt("O_TRUNC", "file", O_RDONLY | O_TRUNC);
  attempt("new file", "new", O_RDONLY | O_CREAT);
  attempt("file without a name", ".", O_RDWR | O_TMPFILE);
  attempt("directory for writing", ".", O_WRONLY);
  attempt("FIFO", "fifo", O_RDWR);
  setup::chdir(setup::disk);
  report("contents", setup::read_file("file"));
  report("new file's name", sys::access("new", F_OK));
}

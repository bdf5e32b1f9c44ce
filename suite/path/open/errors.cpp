// open refuses what cannot be opened with the error that names the reason.
// Covers: open ENOENT, ENOTDIR, EISDIR, EEXIST, ELOOP, ENAMETOOLONG, EINVAL, O_EXCL, O_DIRECTORY, O_NOFOLLOW
#include "wali/test.h"

void test() {
  setup::write_file("file", "");
  setup::mkdir("directory");
  setup::symlink("loop", "loop");
  setup::symlink("file", "link");
  setup::symlink("nowhere", "dangling");
  auto attempt = [](const char *path, int flags = O_RDONLY) { return sys::open(path, flags, 0600); };
  report("missing", attempt("missing"));
  report("empty path", attempt(""));
  report("new file in a missing directory", attempt("missing/x", O_WRONLY | O_CREAT));
  report("dangling link", attempt("dangling"));
  report("file as directory", attempt("file/x"));
  report("file with a slash behind it", attempt("file/"));
  report("O_DIRECTORY of a file", attempt("file", O_RDONLY | O_DIRECTORY));
  report("directory for writing", attempt("directory", O_WRONLY));
  report("directory for both", attempt("directory", O_RDWR));
  report("O_CREAT of a directory", attempt("directory", O_RDONLY | O_CREAT));
  report("O_EXCL of a file", attempt("file", O_RDONLY | O_CREAT | O_EXCL));
  report("O_EXCL of a directory", attempt("directory", O_RDONLY | O_CREAT | O_EXCL));
  report("O_EXCL of a dangling link", attempt("dangling", O_RDONLY | O_CREAT | O_EXCL));
  report("link to itself", attempt("loop"));
  report("O_NOFOLLOW of a link", attempt("link", O_RDONLY | O_NOFOLLOW));
  report("name of 256 bytes", attempt(setup::name_of(256)));
  report("path of 4096 bytes", attempt(setup::path_of(4096)));
  report("O_TMPFILE for reading", attempt(".", O_RDONLY | O_TMPFILE));
  report("O_TMPFILE and O_CREAT", attempt(".", O_RDWR | O_TMPFILE | O_CREAT));
  report("O_TMPFILE without its O_DIRECTORY", attempt(".", O_RDWR | (O_TMPFILE & ~O_DIRECTORY)));
  report("O_TMPFILE of a file", attempt("file", O_RDWR | O_TMPFILE));
  report("O_TMPFILE of what is missing", attempt("missing", O_RDWR | O_TMPFILE));
}

// O_NOFOLLOW refuses a link as the last name alone: links on the way are followed, one
// with a slash behind it too, and nothing is made where a link leads.
// Covers: openat O_NOFOLLOW, ELOOP, link on the way
// Covers: open O_NOFOLLOW, ELOOP
#include "wali/test.h"

void test() {
  setup::mkdir("directory");
  setup::write_file("directory/file", "found");
  setup::symlink("directory", "way");
  setup::symlink("file", "directory/link");
  setup::symlink("new", "dangling");
  const auto attempt = [](const char *path, int flags) {
    report(label("open of ", path), sys::open(path, flags | O_NOFOLLOW, 0600));
    report(label("openat of ", path), sys::openat(AT_FDCWD, path, flags | O_NOFOLLOW, 0600));
  };
  report("contents, open", setup::read_all(Fd(sys::open("way/file", O_RDONLY | O_NOFOLLOW, 0).fd())));
  report("contents, openat", setup::read_all(Fd(sys::openat(AT_FDCWD, "way/file", O_RDONLY | O_NOFOLLOW, 0).fd())));
  attempt("way/link", O_RDONLY);
  attempt("way", O_RDONLY);
  attempt("dangling", O_WRONLY | O_CREAT);
  report("where it dangles to", sys::access("new", F_OK));
  Fd directory(sys::openat(AT_FDCWD, "way/", O_RDONLY | O_NOFOLLOW, 0).fd());
  report("file by way/", sys::faccessat(directory, "file", F_OK, 0));
}

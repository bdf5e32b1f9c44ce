// O_NOFOLLOW refuses a link only as the last name: links on the way are followed, and so is a
// link that a slash follows. Nothing is made at the target of a dangling link.
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
  report("open of way/file", sys::open("way/file", O_RDONLY | O_NOFOLLOW, 0));
  report("openat of way/file", sys::openat(AT_FDCWD, "way/file", O_RDONLY | O_NOFOLLOW, 0));
  attempt("way/link", O_RDONLY);
  attempt("way", O_RDONLY);
  attempt("dangling", O_WRONLY | O_CREAT);
  report("where it dangles to", sys::access("new", F_OK));
  Result directory = sys::openat(AT_FDCWD, "way/", O_RDONLY | O_NOFOLLOW, 0);
  report("openat of way/", directory);
  report("file by way/", sys::faccessat(directory.fd(), "file", F_OK, 0));
}

// fstat of an O_PATH descriptor of a symbolic link returns the type of the link and the length of its target.
// Covers: fstat O_PATH, S_IFLNK, st_size
#include "wali/test.h"

void test() {
  for (const char *target : {"a", "no/such/file"}) {
    setup::symlink(target, "link");
    Fd link = setup::open("link", O_PATH | O_NOFOLLOW);
    struct stat status = {};
    report(target, sys::fstat(link, &status));
    report("type", Choice{sets::file_type, status.st_mode & S_IFMT});
    report("st_size", status.st_size);
    setup::unlink("link");
  }
}

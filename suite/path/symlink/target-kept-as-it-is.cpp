// symlink keeps the target byte by byte, whether it leads anywhere or not. A relative target starts in the link's own
// directory.
// Covers: symlink success
#include "wali/test.h"

void test() {
  setup::mkdir("directory");
  setup::write_file("directory/file", "found");
  const char *targets[] = {"file", "./file", "../directory//file", "nowhere/\xff\x01 at  all"};
  for (const char *target : targets) {
    report("symlink", sys::symlink(target, "directory/link"));
    char buffer[64];
    report("target", Text(buffer, sys::readlink("directory/link", buffer, 64).size()));
    report("size", setup::file_size("directory/link"));
    Fd file(sys::open("directory/link", O_RDONLY, 0).fd());
    report("bytes", sys::read(file, buffer, 64));
    setup::unlink("directory/link");
  }
}

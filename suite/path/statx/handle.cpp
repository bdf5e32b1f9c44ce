// With AT_EMPTY_PATH statx tells of the file that an O_PATH descriptor is for, a link itself too, and of a file beneath
// such a directory.
// Covers: statx O_PATH, AT_EMPTY_PATH
#include "wali/test.h"

void test() {
  setup::write_file("file", "12345");
  setup::symlink("file", "link");
  Fd file = setup::open("file", O_PATH), link = setup::open("link", O_PATH | O_NOFOLLOW),
     directory = setup::open(".", O_PATH);
  const auto tell = [](const char *name, int fd, const char *path, int flags) {
    struct statx extended = {};
    report(name, sys::statx(fd, path, flags, STATX_TYPE | STATX_SIZE, &extended));
    report("type", Choice{sets::file_type, extended.stx_mode & S_IFMT});
    report("stx_size", extended.stx_size);
  };
  tell("file", file, "", AT_EMPTY_PATH);
  tell("link", link, "", AT_EMPTY_PATH);
  tell("by a directory", directory, "file", 0);
}

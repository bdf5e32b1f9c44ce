// With AT_EMPTY_PATH statx returns the status of the file of an O_PATH descriptor, even of a symbolic link itself. An
// O_PATH directory also serves as the start of a relative path.
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

// With AT_FDCWD a relative path starts at the working directory, after chdir at the new one. A descriptor of the old
// directory still leads there.
// Covers: openat AT_FDCWD, dirfd, working directory that changes
#include "wali/test.h"

void test() {
  setup::write_file("name", "outer");
  setup::mkdir("inner");
  setup::write_file("inner/name", "within");
  auto contents = [](int dirfd) {
    Fd file(setup::require_fd("openat", sys::openat(dirfd, "name", O_RDONLY, 0)));
    return setup::read_all(file);
  };
  Fd outer = setup::open(".", O_RDONLY | O_DIRECTORY);
  report("by AT_FDCWD", contents(AT_FDCWD));
  setup::chdir("inner");
  report("by AT_FDCWD in another directory", contents(AT_FDCWD));
  report("by a descriptor of the first", contents(outer));
}

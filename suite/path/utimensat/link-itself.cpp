// With AT_SYMLINK_NOFOLLOW the link gets the times, without it its target. A relative path starts at the directory
// descriptor.
// Covers: utimensat AT_SYMLINK_NOFOLLOW, dirfd
#include "wali/test.h"

void test() {
  setup::mkdir("directory");
  setup::write_file("directory/file", "");
  setup::symlink("file", "directory/link");
  Fd directory = setup::open("directory", O_RDONLY | O_DIRECTORY);
  const timespec first[2] = {{1, 1}, {2, 2}}, second[2] = {{3, 3}, {4, 4}};
  report("followed", sys::utimensat(directory, "link", first, 0));
  report("AT_SYMLINK_NOFOLLOW", sys::utimensat(directory, "link", second, AT_SYMLINK_NOFOLLOW));
  struct stat file = setup::stat("directory/file"), link = setup::stat("directory/link");
  report("target's st_atim", file.st_atim);
  report("target's st_mtim", file.st_mtim);
  report("link's st_mtim", link.st_mtim);
  report("absolute path with dirfd -1", sys::utimensat(-1, "/nowhere", nullptr, 0));
}

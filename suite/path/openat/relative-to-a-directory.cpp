// A relative path starts at the directory descriptor, wherever that was moved; an
// absolute one does not look at it. A descriptor that is no directory is refused.
// Covers: openat dirfd, EBADF, ENOTDIR, ENOENT
#include "wali/test.h"

void test() {
  setup::mkdir("directory");
  setup::mkdir("directory/inner");
  setup::write_file("directory/name", "within");
  setup::write_file("name", "outside");
  Fd directory = setup::open("directory", O_RDONLY | O_DIRECTORY), handle = setup::open("directory", O_PATH);
  Fd file = setup::open("name", O_RDONLY), inner = setup::open("directory/inner", O_RDONLY);
  const auto contents = [](Result opened) { return setup::read_all(Fd(opened.fd())); };
  setup::rename("directory", "moved");
  report("by the directory", contents(sys::openat(directory, "name", O_RDONLY, 0)));
  report("by an O_PATH handle", contents(sys::openat(handle, "name", O_RDONLY, 0)));
  report("upwards", contents(sys::openat(directory, "../name", O_RDONLY, 0)));
  const char *devices[] = {"/dev/null", "//dev/./null"};
  report("absolute path with a closed dirfd", contents(sys::openat(-1, devices[0], O_RDONLY, 0)));
  report("absolute path with a file as dirfd", contents(sys::openat(file, devices[1], O_RDONLY, 0)));
  report("dirfd that is not open", sys::openat(-1, "name", O_RDONLY, 0));
  const int closed = setup::open(".", O_RDONLY).release();
  sys::close(closed);
  report("dirfd that was closed", sys::openat(closed, "name", O_RDONLY, 0));
  report("file as dirfd", sys::openat(file, "name", O_RDONLY, 0));
  report("file as dirfd, path .", sys::openat(file, ".", O_RDONLY, 0));
  setup::require_zero("unlinkat", sys::unlinkat(directory, "inner", AT_REMOVEDIR));
  report("new file in a removed directory", sys::openat(inner, "new", O_WRONLY | O_CREAT, 0600));
}

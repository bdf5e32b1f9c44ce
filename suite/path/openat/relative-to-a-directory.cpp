// openat follows a relative path from the directory descriptor, wherever that directory has
// moved, and ignores the descriptor for an absolute one. Any other descriptor is refused.
// Covers: openat dirfd, EBADF, ENOTDIR, ENOENT
#include "wali/test.h"

void test() {
  setup::mkdir("directory");
  setup::mkdir("directory/inner");
  setup::write_file("directory/name", "within");
  setup::write_file("name", "outer");
  Fd directory = setup::open("directory", O_RDONLY | O_DIRECTORY), handle = setup::open("directory", O_PATH);
  Fd file = setup::open("name", O_RDONLY), inner = setup::open("directory/inner", O_RDONLY);
  const auto report_contents = [](const char *name, Result opened) {
    char bytes[8] = {};
    const Fd opened_file(opened.fd());
    report(name, opened);
    report("read", sys::read(opened_file, bytes, sizeof(bytes)));
    report("contents", Text(bytes));
  };
  setup::rename("directory", "moved");
  report_contents("by the directory", sys::openat(directory, "name", O_RDONLY, 0));
  report_contents("by an O_PATH handle", sys::openat(handle, "name", O_RDONLY, 0));
  report_contents("upwards", sys::openat(directory, "../name", O_RDONLY, 0));
  const char *devices[] = {"/dev/null", "//dev/./null"};
  report_contents("absolute path with a closed dirfd", sys::openat(-1, devices[0], O_RDONLY, 0));
  report_contents("absolute path with a file as dirfd", sys::openat(file, devices[1], O_RDONLY, 0));
  report("dirfd that is not open", sys::openat(-1, "name", O_RDONLY, 0));
  const int closed = setup::open(".", O_RDONLY).release();
  sys::close(closed);
  report("dirfd that was closed", sys::openat(closed, "name", O_RDONLY, 0));
  report("file as dirfd", sys::openat(file, "name", O_RDONLY, 0));
  report("file as dirfd, path .", sys::openat(file, ".", O_RDONLY, 0));
  setup::require_zero("unlinkat", sys::unlinkat(directory, "inner", AT_REMOVEDIR));
  report("new file in a removed directory", sys::openat(inner, "new", O_WRONLY | O_CREAT, 0600));
}

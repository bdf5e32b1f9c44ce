// Without a path the descriptor's own file gets the times, even a pipe or one open only for reading. An empty path
// with AT_EMPTY_PATH does the same, for an O_PATH descriptor too.
// Covers: utimensat NULL path, AT_EMPTY_PATH, EBADF, EINVAL, EFAULT, ENOENT
#include "wali/test.h"

void test() {
  Fd file = setup::open("file", O_RDONLY | O_CREAT), handle = setup::open("file", O_PATH);
  const timespec first[2] = {{1, 1}, {2, 2}}, second[2] = {{3, 3}, {4, 4}}, third[2] = {{5, 5}, {6, 6}};
  report("no path", sys::utimensat(file, nullptr, first, 0));
  report("st_mtim", setup::stat("file").st_mtim);
  report("no path, AT_SYMLINK_NOFOLLOW", sys::utimensat(file, nullptr, second, AT_SYMLINK_NOFOLLOW));
  report("no path, descriptor that is not open", sys::utimensat(-1, nullptr, second, 0));
  report("no path, AT_FDCWD", sys::utimensat(AT_FDCWD, nullptr, second, 0));
  report("no path, O_PATH handle", sys::utimensat(handle, nullptr, second, 0));
  report("empty path", sys::utimensat(file, "", second, 0));
  report("st_mtim", setup::stat("file").st_mtim);
  report("empty path, AT_EMPTY_PATH", sys::utimensat(file, "", third, AT_EMPTY_PATH));
  report("st_mtim", setup::stat("file").st_mtim);
  report("O_PATH handle, AT_EMPTY_PATH", sys::utimensat(handle, "", second, AT_EMPTY_PATH));
  report("st_mtim", setup::stat("file").st_mtim);
  Pipe pipe = setup::pipe();
  report("pipe", sys::utimensat(pipe.read, nullptr, third, 0));
  struct stat status = {};
  setup::require_zero("fstat", sys::fstat(pipe.write, &status));
  report("st_mtim by its other end", status.st_mtim);
}

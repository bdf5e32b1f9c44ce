// With AT_EMPTY_PATH a path of NULL stands for the empty path, from Linux 6.11 on. Before, it gives
// -EFAULT.
// Covers: fstatat AT_EMPTY_PATH, EBADF, NULL path
// Covers: statx AT_EMPTY_PATH, EBADF, NULL path
#include "wali/test.h"

void test() {
  Fd file = setup::open("file", O_RDWR | O_CREAT);
  setup::write_all(file, "12345");
  struct stat of_empty_path = {}, of_file = {}, of_directory = {};
  struct statx extended = {};
  report("fstatat of an empty path", sys::fstatat(file, "", &of_empty_path, AT_EMPTY_PATH));
  report("fstatat", sys::fstatat(file, nullptr, &of_file, AT_EMPTY_PATH));
  report("st_size", of_file.st_size);
  report("statx", sys::statx(file, nullptr, AT_EMPTY_PATH, STATX_SIZE, &extended));
  report("stx_size", extended.stx_size);
  report("fstatat of the working directory", sys::fstatat(AT_FDCWD, nullptr, &of_directory, AT_EMPTY_PATH));
  report("st_mode's type", Octal{of_directory.st_mode & S_IFMT});
  report("fstatat of what is not open", sys::fstatat(-1, nullptr, &of_file, AT_EMPTY_PATH));
  report("statx of what is not open", sys::statx(-1, nullptr, AT_EMPTY_PATH, STATX_SIZE, &extended));
}

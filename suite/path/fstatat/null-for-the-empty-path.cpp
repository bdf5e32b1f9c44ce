// With AT_EMPTY_PATH a path of NULL stands for the empty one (since Linux 6.11).
// Covers: fstatat AT_EMPTY_PATH, EBADF, NULL path
// Covers: statx AT_EMPTY_PATH, EBADF, NULL path
#include "wali/test.h"

void test() {
  Fd file = setup::open("file", O_RDWR | O_CREAT);
  setup::write_all(file, "12345");
  Guarded<struct stat> status;
  Guarded<struct statx> extended;
  report("fstatat", sys::fstatat(file, nullptr, &status, AT_EMPTY_PATH));
  report("st_size", status->st_size);
  report("statx", sys::statx(file, nullptr, AT_EMPTY_PATH, STATX_SIZE, &extended));
  report("stx_size", extended->stx_size);
  report("fstatat of the working directory", sys::fstatat(AT_FDCWD, nullptr, &status, AT_EMPTY_PATH));
  report("type", Choice{sets::file_type, status->st_mode & S_IFMT});
  report("fstatat of what is not open", sys::fstatat(-1, nullptr, &status, AT_EMPTY_PATH));
  report("statx of what is not open", sys::statx(-1, nullptr, AT_EMPTY_PATH, STATX_SIZE, &extended));
}

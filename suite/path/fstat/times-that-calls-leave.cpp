// Reading sets no time of change, writing sets those of contents and status, and a
// change of mode only that of status.
// Covers: fstat st_mtim, st_ctim
#include "wali/test.h"

namespace {

timespec old_time = {1000, 5};

struct stat aged(int fd) {
  const timespec times[2] = {old_time, old_time};
  setup::require("utimensat", sys::utimensat(fd, nullptr, times, 0));
  struct stat status = {};
  setup::require("fstat", sys::fstat(fd, &status));
  return status;
}

} // namespace

void test() {
  Fd file = setup::open("file", O_RDWR | O_CREAT);
  setup::write_all(file, "x");
  struct stat before = aged(file), status = {};
  setup::require("fchmod", sys::fchmod(file, 0640));
  report("fstat after fchmod", sys::fstat(file, &status));
  report("st_mtim", status.st_mtim);
  report("st_ctim against earlier", compared(status.st_ctim.tv_sec, before.st_ctim.tv_sec - 1));
  setup::write_all(file, "y");
  report("fstat after write", sys::fstat(file, &status));
  report("st_mtim against the old one", compared(status.st_mtim.tv_sec, old_time.tv_sec));
  report("st_ctim against st_mtim", compared(status.st_ctim.tv_nsec, status.st_mtim.tv_nsec));
}

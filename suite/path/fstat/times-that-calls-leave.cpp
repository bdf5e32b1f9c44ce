// Reading leaves the times of contents and status, a change of mode sets that of status,
// and writing both, each to the time of the call.
// Covers: fstat st_mtim, st_ctim
#include "wali/test.h"

namespace {

constexpr timespec old_time = {1000, 5};

// The status after a call, which comes later than the one before.
struct stat report_status(const char *name, int fd, const struct stat &before) {
  struct stat status = {};
  report(label("fstat after ", name), sys::fstat(fd, &status));
  report("st_mtim against the old one", compared(status.st_mtim, old_time));
  report("st_ctim against the last one", compared(status.st_ctim, before.st_ctim));
  setup::wait_past(status.st_ctim);
  return status;
}

} // namespace

void test() {
  Fd file = setup::open("file", O_RDWR | O_CREAT);
  setup::write_all(file, "x");
  const timespec times[2] = {old_time, old_time};
  setup::require_zero("utimensat", sys::utimensat(file, nullptr, times, 0));
  struct stat status = {};
  setup::require_zero("fstat", sys::fstat(file, &status));
  setup::wait_past(status.st_ctim);
  char byte;
  setup::require_count("pread64", sys::pread64(file, &byte, 1, 0), 1);
  status = report_status("reading", file, status);
  setup::require_zero("fchmod", sys::fchmod(file, 0640));
  status = report_status("fchmod", file, status);
  setup::write_all(file, "y");
  status = report_status("writing", file, status);
  report("st_mtim against st_ctim", compared(status.st_mtim, status.st_ctim));
  report("st_mtim against now", compared(status.st_mtim.tv_sec, setup::now(CLOCK_REALTIME).tv_sec + 1));
}

// Reading leaves the times of contents and status, a change of mode sets that of status,
// and writing both, each to the time of the call.
// Covers: fstat st_mtim, st_ctim
#include "wali/test.h"

namespace {

constexpr timespec old_time = {1000, 5};

int64_t nanoseconds(const timespec &time) { return time.tv_sec * 1000000000 + time.tv_nsec; }

// Waits until the clock of the file system's times has moved on.
void pass(const timespec &time) {
  while (nanoseconds(setup::now(CLOCK_REALTIME_COARSE)) <= nanoseconds(time))
    setup::sleep_ms(1);
}

// The status after a call, which comes later than the one before.
struct stat report_status(const char *name, int fd, const struct stat &before) {
  struct stat status = {};
  report(label("fstat after ", name), sys::fstat(fd, &status));
  report("st_mtim against the old one", compared(nanoseconds(status.st_mtim), nanoseconds(old_time)));
  report("st_ctim against the last one", compared(nanoseconds(status.st_ctim), nanoseconds(before.st_ctim)));
  pass(status.st_ctim);
  return status;
}

} // namespace

void test() {
  Fd file = setup::open("file", O_RDWR | O_CREAT);
  setup::write_all(file, "x");
  const timespec times[2] = {old_time, old_time};
  setup::require("utimensat", sys::utimensat(file, nullptr, times, 0));
  struct stat status = {};
  setup::require("fstat", sys::fstat(file, &status));
  pass(status.st_ctim);
  char byte;
  setup::require("pread64", sys::pread64(file, &byte, 1, 0));
  status = report_status("reading", file, status);
  setup::require("fchmod", sys::fchmod(file, 0640));
  status = report_status("fchmod", file, status);
  setup::write_all(file, "y");
  status = report_status("writing", file, status);
  report("st_mtim against st_ctim", compared(nanoseconds(status.st_mtim), nanoseconds(status.st_ctim)));
  report("st_mtim against now", compared(status.st_mtim.tv_sec, setup::now(CLOCK_REALTIME).tv_sec + 1));
}

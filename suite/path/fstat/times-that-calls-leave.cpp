// Reading leaves st_mtim and st_ctim alone, a change of mode sets st_ctim, and writing sets
// both, each to the time of the call.
// Covers: fstat st_mtim, st_ctim
#include "wali/test.h"

namespace {

constexpr timespec old_time = {1000, 5};

// Prints the times after a call. What comes next is stamped later.
struct stat report_status(const char *name, int fd) {
  struct stat status = {};
  report(label("fstat after ", name), sys::fstat(fd, &status));
  report("st_mtim", status.st_mtim);
  report("st_ctim", status.st_ctim);
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
  report("st_ctim at first", status.st_ctim);
  char byte;
  setup::require_count("pread64", sys::pread64(file, &byte, 1, 0), 1);
  struct stat after_reading = report_status("reading", file);
  setup::require_zero("fchmod", sys::fchmod(file, 0640));
  struct stat after_fchmod = report_status("fchmod", file);
  report("st_ctim compared with the last one", compared(after_fchmod.st_ctim, after_reading.st_ctim));
  setup::write_all(file, "y");
  struct stat after_writing = report_status("writing", file);
  report("st_ctim compared with the last one", compared(after_writing.st_ctim, after_fchmod.st_ctim));
  report("seconds of st_mtim compared with the clock after, and 1", compared(after_writing.st_mtim.tv_sec, setup::now(CLOCK_REALTIME).tv_sec + 1));
}

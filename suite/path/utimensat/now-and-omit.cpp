// UTIME_NOW sets one time to the present and UTIME_OMIT leaves one as it is, whatever the
// seconds beside them. Without times both become the present, to the nanosecond.
// Covers: utimensat UTIME_NOW, UTIME_OMIT, NULL times, seconds beside UTIME_NOW
#include "wali/test.h"

namespace {

timespec before;

// Sets both times back, makes the call once the clock is past `before`, and gives what
// became of them.
struct stat attempt(const char *name, const timespec *times) {
  const timespec old[2] = {{1000, 5}, {1000, 5}};
  setup::set_times("file", old);
  before = setup::now(CLOCK_REALTIME_COARSE);
  setup::wait_past(before);
  report(name, sys::utimensat(AT_FDCWD, "file", times, 0));
  return setup::stat("file");
}

struct stat attempt(const char *name, timespec access, timespec modification) {
  const timespec times[2] = {access, modification};
  return attempt(name, times);
}

void report_present(const char *name, timespec time) {
  report(label(name, " compared with the time before"), compared(time, before));
  report(label(name, " compared with a minute later"), compared(time, {before.tv_sec + 60, 0}));
}

void report_both_present(const struct stat &status) {
  report_present("st_atim", status.st_atim);
  report_present("st_mtim", status.st_mtim);
}

void report_both(const struct stat &status) {
  report("st_atim", status.st_atim);
  report("st_mtim", status.st_mtim);
}

void report_access_present(const struct stat &status) {
  report_present("st_atim", status.st_atim);
  report("st_mtim", status.st_mtim);
}

void report_modification_present(const struct stat &status) {
  report("st_atim", status.st_atim);
  report_present("st_mtim", status.st_mtim);
}

} // namespace

void test() {
  setup::write_file("file", "");
  const timespec now = {77, UTIME_NOW}, omit = {77, UTIME_OMIT}, given = {88, 8};
  report_both_present(attempt("now now", now, now));
  report_both(attempt("omit omit", omit, omit));
  report_access_present(attempt("now omit", now, omit));
  report_modification_present(attempt("omit now", omit, now));
  report_both(attempt("given omit", given, omit));
  report_both(attempt("omit given", omit, given));
  report_access_present(attempt("now given", now, given));
  report_modification_present(attempt("given now", given, now));
  report_both_present(attempt("no times", nullptr));
}

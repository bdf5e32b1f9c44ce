// utime sets both times to the whole seconds given, before 1970 and after 2038 too. Without times both become the
// present, to the nanosecond.
// Covers: utime times, NULL
#include "wali/test.h"

namespace {

void report_present(const char *name, timespec time, timespec before) {
  report(label(name, " compared with the time before"), compared(time, before));
  report(label(name, " compared with a minute later"), compared(time, {before.tv_sec + 60, 0}));
}

} // namespace

void test() {
  setup::write_file("file", "");
  setup::symlink("file", "link");
  const utimbuf cases[] = {{-3, -2000000000}, {4294967299, 2147483653}, {1, 2}};
  for (const utimbuf &times : cases) {
    report("utime", sys::utime("link", &times));
    report("st_atim", setup::stat("file").st_atim);
    report("st_mtim", setup::stat("file").st_mtim);
  }
  const timespec before = setup::now(CLOCK_REALTIME_COARSE);
  setup::wait_past(before);
  report("utime without times", sys::utime("file", nullptr));
  const struct stat status = setup::stat("file");
  report_present("st_atim", status.st_atim, before);
  report_present("st_mtim", status.st_mtim, before);
}

// A file that never got a name takes up space, which is free again when its last descriptor is closed, and not before.
// Covers: open O_TMPFILE, close
// Covers: openat O_TMPFILE, close
// REQUIRES: namespaces
#include "wali/test.h"

namespace {

void report_free(const char *when) {
  struct statfs system = {};
  setup::require_zero("statfs", sys::statfs(".", &system));
  report(label(when, ": blocks"), system.f_bfree);
  report(label(when, ": files"), system.f_ffree);
}

void report_space(const char *name, Result opened) {
  report(name, opened);
  Fd file(opened.fd());
  static uint8_t bytes[65536];
  setup::write_all(file, {bytes, sizeof(bytes)});
  Fd copy = setup::duplicate(file);
  file.reset();
  report_free("with a copy");
  copy.reset();
  report_free("with none");
}

} // namespace

void test() {
  setup::chdir(setup::disk);
  report_free("at first");
  report_space("open", sys::open(".", O_RDWR | O_TMPFILE, 0600));
  report_space("openat", sys::openat(AT_FDCWD, ".", O_RDWR | O_TMPFILE, 0600));
}

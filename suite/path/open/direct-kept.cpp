// A file opened with O_DIRECT has it among its status flags. tmpfs takes O_DIRECT since
// Linux 6.6, and refuses it before.
// Covers: open O_DIRECT, EINVAL
// Covers: openat O_DIRECT, EINVAL
// REQUIRES: namespaces
#include "wali/test.h"

namespace {

void report_opened(const char *name, Result opened) {
  const Fd file(opened.fd());
  report(name, opened);
  report("F_GETFL", sys::fcntl(file, F_GETFL, 0));
}

} // namespace

void test() {
  setup::chdir(setup::disk);
  setup::write_file("file", "");
  report("O_RDWR|O_DIRECT|O_LARGEFILE", O_RDWR | O_DIRECT | O_LARGEFILE);
  report_opened("open", sys::open("file", O_RDWR | O_DIRECT, 0));
  report_opened("openat", sys::openat(AT_FDCWD, "file", O_RDWR | O_DIRECT, 0));
}

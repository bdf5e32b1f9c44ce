// F_GETFL gives the flags of an open file, O_NOFOLLOW among them, with another thread
// running too.
// Covers: openat O_NOFOLLOW, F_GETFL
// Covers: fcntl F_GETFL
#include "wali/test.h"

namespace {

Event end;

void report_flags(const char *name, const char *path, int flags) {
  Fd file = setup::open(path, flags);
  report(name, setup::status_flags(file));
}

} // namespace

void test() {
  Thread thread([](void *) { end.wait(); });
  setup::write_file("file", "");
  setup::mkdir("directory");
  report_flags("file", "file", O_RDWR | O_APPEND | O_NOFOLLOW);
  report_flags("file, created", "new", O_WRONLY | O_CREAT | O_NOFOLLOW);
  report_flags("directory", "directory", O_RDONLY | O_DIRECTORY | O_NOFOLLOW);
  report_flags("file, O_NONBLOCK", "file", O_RDONLY | O_NONBLOCK);
  end.set();
}

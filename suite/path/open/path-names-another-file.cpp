// A descriptor leads to the file that was opened when another file has got its path, and when the path is removed.
// Covers: open path that changes
// Covers: openat path that changes
#include "wali/test.h"

namespace {

template <class Open> void report_moved(const char *name, Open open) {
  setup::write_file("file", "first");
  setup::write_file("other", "second");
  const Result opened = open("file");
  report(name, opened);
  const Fd file(opened.fd());
  setup::rename("other", "file");
  report("by the path", setup::read_file("file"));
  setup::unlink("file");
  report("by the descriptor", setup::read_all(file));
  report("write", sys::pwrite64(file, "F", 1, 0));
  setup::seek(file, 0);
  report("by the descriptor", setup::read_all(file));
}

} // namespace

void test() {
  report_moved("open", [](const char *path) { return sys::open(path, O_RDWR, 0); });
  report_moved("openat", [](const char *path) { return sys::openat(AT_FDCWD, path, O_RDWR, 0); });
}

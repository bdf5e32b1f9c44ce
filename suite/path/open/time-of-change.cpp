// Making a file sets the file's three times, and the directory's time of change. O_TRUNC sets the file's time of
// change.
// Covers: open O_CREAT, O_TRUNC, st_ctim
// Covers: openat O_CREAT, O_TRUNC, st_ctim
#include "wali/test.h"

namespace {

template <class Open> void report_changes(const char *name, Open open) {
  setup::mkdir(name);
  const timespec before = setup::stat(name).st_ctim;
  setup::wait_past(before);
  Line path = label(name, "/file");
  report(name, open(path.c_str(), O_WRONLY | O_CREAT));
  const struct stat made = setup::stat(path.c_str());
  report("directory's st_ctim, compared with before", compared(setup::stat(name).st_ctim, before));
  report("file's st_atim", compared(made.st_atim, before));
  report("file's st_mtim", compared(made.st_mtim, before));
  report("file's st_ctim", compared(made.st_ctim, before));
  setup::write_file(path.c_str(), "contents");
  const timespec written = setup::stat(path.c_str()).st_ctim;
  setup::wait_past(written);
  report("with O_TRUNC", open(path.c_str(), O_WRONLY | O_TRUNC));
  report("file's st_ctim, compared with before", compared(setup::stat(path.c_str()).st_ctim, written));
}

} // namespace

void test() {
  report_changes("open", [](const char *path, int flags) { return sys::open(path, flags, 0600); });
  report_changes("openat", [](const char *path, int flags) { return sys::openat(AT_FDCWD, path, flags, 0600); });
}

// O_CREAT makes no directories: with O_DIRECTORY it is refused (since Linux 6.4), whether
// the name is there or not, beside other threads too, and makes no file either.
// Covers: openat EINVAL, O_CREAT, O_DIRECTORY, O_CREAT with O_DIRECTORY
// Covers: open EINVAL, O_CREAT, O_DIRECTORY
#include "wali/test.h"

namespace {

void attempt_all() {
  const char *paths[] = {"new", "directory", "file"};
  for (const char *path : paths) {
    report(label("open of ", path), sys::open(path, O_RDONLY | O_CREAT | O_DIRECTORY, 0700));
    report(label("openat of ", path), sys::openat(AT_FDCWD, path, O_RDONLY | O_CREAT | O_DIRECTORY, 0700));
  }
}

} // namespace

void test() {
  setup::write_file("file", "");
  setup::mkdir("directory");
  attempt_all();
  static Event end;
  Thread thread([](void *) { end.wait(); });
  attempt_all();
  end.set();
  report("new", sys::access("new", F_OK));
}

// O_CREAT with O_DIRECTORY is refused, whether the name is there or not, among threads as
// well, and makes neither a directory nor a file.
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
  report("directory", FileMode{setup::stat("directory").st_mode});
}

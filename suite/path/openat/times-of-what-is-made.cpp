// openat sets the times of the directory in which it makes a file. With O_TRUNC it sets the times
// of the file that it empties, and not those of the directory.
// Covers: openat O_CREAT, O_TRUNC, times
#include "wali/test.h"

namespace {

void attempt(const char *name, int flags) {
  const timespec old[2] = {{1, 1}, {2, 2}};
  setup::set_times("directory", old);
  setup::set_times("directory/file", old);
  report(name, sys::openat(AT_FDCWD, "directory/file", flags, 0600));
  report("seconds that the directory's st_mtim moved on", setup::stat("directory").st_mtim.tv_sec - 2);
  report("seconds that the file's st_mtim moved on", setup::stat("directory/file").st_mtim.tv_sec - 2);
}

} // namespace

void test() {
  setup::mkdir("directory");
  setup::write_file("directory/file", "contents");
  attempt("O_TRUNC", O_WRONLY | O_TRUNC);
  attempt("O_CREAT of what is there", O_WRONLY | O_CREAT);
  const timespec old[2] = {{1, 1}, {2, 2}};
  setup::set_times("directory", old);
  report("O_CREAT", sys::openat(AT_FDCWD, "directory/new", O_WRONLY | O_CREAT, 0600));
  report("seconds that the directory's st_mtim moved on", setup::stat("directory").st_mtim.tv_sec - 2);
}

// A new file has the time of its making, and so has its directory; O_TRUNC sets the times
// of contents and status, and opening what is there sets none.
// Covers: open O_CREAT, O_TRUNC, times
#include "wali/test.h"

namespace {

// Access before change: no time is mistaken for the other.
void age(const char *path) {
  const timespec times[2] = {{1000, 1}, {2000, 2}};
  setup::set_times(path, times);
}

void report_times(const char *name, const char *path) {
  struct stat status = setup::stat(path);
  report(label(name, "'s st_atim against the old one"), compared(status.st_atim.tv_sec, int64_t{1000}));
  report(label(name, "'s st_mtim against the old one"), compared(status.st_mtim.tv_sec, int64_t{2000}));
}

void report_opened(const char *name, int flags) {
  report(name, sys::close(sys::open("directory/file", flags, 0600).fd()));
  report_times("file", "directory/file");
  report_times("directory", "directory");
  age("directory/file");
  age("directory");
}

} // namespace

void test() {
  setup::mkdir("directory");
  age("directory");
  report_opened("making", O_RDWR | O_CREAT);
  report_opened("O_CREAT of what is there", O_RDWR | O_CREAT);
  report_opened("O_TRUNC of what is empty", O_WRONLY | O_TRUNC);
  setup::write_file("directory/file", "contents");
  age("directory/file");
  report_opened("O_TRUNC", O_WRONLY | O_TRUNC);
  report("making another", sys::close(sys::open("directory/another", O_WRONLY | O_CREAT, 0600).fd()));
  struct stat made = setup::stat("directory/another");
  report("st_atim against st_ctim", compared(made.st_atim.tv_nsec, made.st_ctim.tv_nsec));
  report("st_mtim against st_ctim", compared(made.st_mtim.tv_nsec, made.st_ctim.tv_nsec));
}

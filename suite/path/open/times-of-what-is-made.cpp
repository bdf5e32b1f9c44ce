// Making a file sets its times and its directory's modification time. O_TRUNC sets the file's modification time.
// Opening a file that exists sets none.
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
  report(label("seconds that the ", name, "'s st_atim moved on"), status.st_atim.tv_sec - 1000);
  report(label("seconds that the ", name, "'s st_mtim moved on"), status.st_mtim.tv_sec - 2000);
}

void report_opened(const char *name, int flags) {
  report(name, sys::open("directory/file", flags, 0600));
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
  report("making another", sys::open("directory/another", O_WRONLY | O_CREAT, 0600));
  struct stat made = setup::stat("directory/another");
  report("st_ctim", made.st_ctim);
  report("st_atim", made.st_atim);
  report("st_mtim", made.st_mtim);
}

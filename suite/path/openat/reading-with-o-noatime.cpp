// Reading sets the access time, but not through a descriptor opened with O_NOATIME, nor
// on a read-only mount.
// Covers: openat O_NOATIME, time of access
// Covers: open O_NOATIME
// Covers: read time of access
// REQUIRES: namespaces
#include "wali/test.h"

namespace {

// Where access came before change, Linux notes the next one (relatime, mount(8)).
void report_read(const char *name, Result opened) {
  const timespec times[2] = {{1000, 1}, {2000, 2}};
  Line path = label(setup::disk, "/file");
  setup::set_times(path.c_str(), times);
  report(name, setup::read_all(Fd(opened.fd())));
  struct stat status = setup::stat(path.c_str());
  report("seconds that st_atim moved on", status.st_atim.tv_sec - 1000);
}

} // namespace

void test() {
  setup::write_file(label(setup::disk, "/file").c_str(), "contents");
  setup::chdir(setup::disk);
  report_read("open", sys::open("file", O_RDONLY, 0));
  report_read("open, O_NOATIME", sys::open("file", O_RDONLY | O_NOATIME, 0));
  report_read("openat", sys::openat(AT_FDCWD, "file", O_RDWR, 0));
  report_read("openat, O_NOATIME", sys::openat(AT_FDCWD, "file", O_RDWR | O_NOATIME, 0));
  setup::chdir(setup::read_only_disk);
  report_read("open on the read-only mount", sys::open("file", O_RDONLY, 0));
}

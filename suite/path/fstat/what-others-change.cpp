// fstat, lstat and fstatat see at once what another process has changed: the size, the mode and the
// links of a file, and which file a name leads to.
// Covers: fstat st_size, st_mode, st_nlink
// Covers: lstat st_size, st_mode, st_nlink
// Covers: fstatat st_size, st_mode, st_nlink
#include "wali/test.h"

namespace {

Line words(const struct stat &status) {
  return label("size ", status.st_size, " mode ", Octal{status.st_mode & 07777}, " links ", status.st_nlink);
}

void report_status(int fd) {
  struct stat status = {};
  report("fstat", sys::fstat(fd, &status));
  report("by the descriptor", words(status));
  status = {};
  report("lstat", sys::lstat("file", &status));
  report("by the name", words(status));
  status = {};
  report("fstatat", sys::fstatat(AT_FDCWD, "file", &status, 0));
  report("by the name", words(status));
}

} // namespace

void test() {
  Fd file = setup::open("file", O_RDWR | O_CREAT);
  report_status(file);
  setup::in_child([] {
    setup::write_all(setup::open("file", O_WRONLY), "12345");
    setup::chmod("file", 0640);
    setup::link("file", "second");
  });
  report_status(file);
  setup::in_child([] {
    setup::write_file("other", "1234567");
    setup::rename("other", "file");
  });
  report_status(file);
}

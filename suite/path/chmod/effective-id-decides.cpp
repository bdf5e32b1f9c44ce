// The effective user id decides who may change the mode and the owner of a file. The real one
// does not count, nor does the saved one.
// Covers: chmod effective id, EPERM
// Covers: fchmod effective id, EPERM
// Covers: fchmodat effective id, EPERM
// Covers: chown effective id, EPERM
// Covers: fchown effective id, EPERM
// Covers: fchownat effective id, EPERM
// REQUIRES: root
#include "wali/test.h"

namespace {

void attempt(int group) {
  Fd file = setup::open("file", O_RDONLY);
  report("chmod", sys::chmod("file", 0644));
  report("fchmod", sys::fchmod(file, 0645));
  report("fchmodat", sys::fchmodat(AT_FDCWD, "file", 0646, 0));
  report("chown", sys::chown("file", -1, group));
  report("fchown", sys::fchown(file, -1, group));
  report("fchownat", sys::fchownat(AT_FDCWD, "file", -1, group, 0));
  struct stat status = setup::stat("file");
  report("mode", FileMode{status.st_mode});
  report("owner and group", label(status.st_uid, " ", status.st_gid));
}

} // namespace

void test() {
  setup::write_file("file", "");
  setup::chmod("file", 0604);
  setup::chown("file", 1000, 1000);
  setup::in_child([] {
    report("setresuid, only the effective user another", sys::setresuid(1000, 2000, 1000));
    attempt(0);
  });
  setup::in_child([] {
    report("setresuid, only the effective user the owner", sys::setresuid(2000, 1000, 2000));
    attempt(0);
  });
}

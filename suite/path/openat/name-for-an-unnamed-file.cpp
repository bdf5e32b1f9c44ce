// A file made with O_TMPFILE gets a name by linkat of its path in /proc, and stays the same file. With O_EXCL it gets
// none.
// Covers: openat O_TMPFILE, O_EXCL
// Covers: linkat AT_SYMLINK_FOLLOW
#include "wali/test.h"

void test() {
  for (int flag : {0, O_EXCL}) {
    const Result opened = sys::openat(AT_FDCWD, ".", O_RDWR | O_TMPFILE | flag, 0600);
    report(label("openat, ", Flags{abi::sets::open_flags, static_cast<uint64_t>(O_RDWR | flag)}), opened);
    const Fd file(opened.fd());
    setup::write_all(file, "contents");
    Line path = label("/proc/self/fd/", static_cast<int>(file));
    report("linkat", sys::linkat(AT_FDCWD, path.c_str(), AT_FDCWD, "name", AT_SYMLINK_FOLLOW));
    struct stat status = {};
    setup::require_zero("fstat", sys::fstat(file, &status));
    report("links", status.st_nlink);
    report("name", sys::access("name", F_OK));
    sys::unlink("name");
  }
}

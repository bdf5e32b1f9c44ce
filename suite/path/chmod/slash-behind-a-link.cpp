// A symbolic link with a slash behind it stands for the directory that it leads to, also for calls
// that would change the link itself. A link to a file is refused there.
// Covers: chmod trailing slash, ENOTDIR
// Covers: fchmodat trailing slash, ENOTDIR
// Covers: chown trailing slash, ENOTDIR
// Covers: fchownat trailing slash, ENOTDIR
// Covers: access trailing slash, ENOTDIR
// Covers: faccessat2 AT_SYMLINK_NOFOLLOW, trailing slash, ENOTDIR
// Covers: fstatat AT_SYMLINK_NOFOLLOW, trailing slash, ENOTDIR
// Covers: lstat trailing slash, ENOTDIR
// Covers: link trailing slash, EPERM, ENOTDIR
#include "wali/test.h"

namespace {

void attempt(const char *link, const char *target) {
  struct stat status = {};
  report(label("access ", link), sys::access(link, F_OK));
  report("faccessat2 AT_SYMLINK_NOFOLLOW", sys::faccessat2(AT_FDCWD, link, F_OK, AT_SYMLINK_NOFOLLOW));
  report("lstat", sys::lstat(link, &status));
  report("st_mode", Octal{status.st_mode});
  status = {};
  report("fstatat AT_SYMLINK_NOFOLLOW", sys::fstatat(AT_FDCWD, link, &status, AT_SYMLINK_NOFOLLOW));
  report("st_mode", Octal{status.st_mode});
  report("chmod", sys::chmod(link, 0711));
  report("mode of the target", FileMode{setup::stat(target).st_mode});
  report("fchmodat", sys::fchmodat(AT_FDCWD, link, 0755, 0));
  report("mode of the target", FileMode{setup::stat(target).st_mode});
  report("chown", sys::chown(link, -1, -1));
  report("fchownat AT_SYMLINK_NOFOLLOW", sys::fchownat(AT_FDCWD, link, -1, -1, AT_SYMLINK_NOFOLLOW));
  report("link", sys::link(link, "second"));
}

} // namespace

void test() {
  setup::mkdir("directory");
  setup::write_file("file", "");
  setup::symlink("directory", "to-directory");
  setup::symlink("file", "to-file");
  attempt("to-directory/", "directory");
  attempt("to-file/", "file");
}

// `..` after a symbolic link leads to the directory above the one that the link leads to, not to the
// one that holds the link. No call may shorten a path by its text.
// Covers: access dots
// Covers: faccessat dots
// Covers: faccessat2 dots
// Covers: chdir dots
// Covers: chmod dots
// Covers: fchmodat dots
// Covers: chown dots
// Covers: fchownat dots
// Covers: fstatat dots
// Covers: lstat dots
// Covers: link dots
// Covers: linkat dots
#include "wali/test.h"

namespace {

FileMode mode(const char *path) { return {setup::stat(path).st_mode}; }

} // namespace

void test() {
  setup::mkdir("a");
  setup::mkdir("a/b");
  setup::write_file("a/name", "in a");
  setup::write_file("name", "at the top");
  setup::write_file("top", "");
  setup::symlink("a/b", "link");
  const char *path = "link/../name", *shortened = "link/../top";
  struct stat status = {};
  report("access of what shortened text would find", sys::access(shortened, F_OK));
  report("faccessat", sys::faccessat(AT_FDCWD, shortened, F_OK, 0));
  report("faccessat2", sys::faccessat2(AT_FDCWD, shortened, F_OK, 0));
  report("lstat", sys::lstat(path, &status));
  report("st_size", status.st_size);
  status = {};
  report("fstatat", sys::fstatat(AT_FDCWD, path, &status, 0));
  report("st_size", status.st_size);
  report("chmod", sys::chmod(path, 04711));
  report("modes", label(Octal{mode("a/name").value}, " ", Octal{mode("name").value}));
  report("chown", sys::chown(path, -1, -1));
  report("mode", mode("a/name"));
  report("fchmodat", sys::fchmodat(AT_FDCWD, path, 04755, 0));
  report("mode", mode("a/name"));
  report("fchownat", sys::fchownat(AT_FDCWD, path, -1, -1, 0));
  report("mode", mode("a/name"));
  report("link", sys::link(path, "link/../second"));
  report("linkat", sys::linkat(AT_FDCWD, path, AT_FDCWD, "link/../third", 0));
  report("a/second", setup::read_file("a/second"));
  report("a/third", setup::read_file("a/third"));
  report("chdir", sys::chdir("link/.."));
  report("name", setup::read_file("name"));
}

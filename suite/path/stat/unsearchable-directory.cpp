// No call finds anything in a directory that the caller may not search. The directory itself is found.
// Covers: stat EACCES
// Covers: lstat EACCES
// Covers: fstatat EACCES
// Covers: statx EACCES
// Covers: readlink EACCES
// Covers: readlinkat EACCES
// Covers: statfs EACCES
// Covers: chdir EACCES
// Covers: access EACCES
// Covers: faccessat EACCES
// Covers: faccessat2 EACCES
// Covers: chmod EACCES
// Covers: fchmodat EACCES
// Covers: chown EACCES
// Covers: fchownat EACCES
// Covers: utimensat EACCES
// REQUIRES: user
#include "wali/test.h"

void test() {
  setup::mkdir("closed");
  setup::write_file("closed/file", "");
  setup::symlink("file", "closed/link");
  setup::chmod("closed", 0600);
  struct stat status;
  struct statx extended;
  struct statfs system;
  char buffer[8];
  const char *path = "closed/file", *link = "closed/link";
  report("stat of the directory", sys::stat("closed", &status));
  report("stat", sys::stat(path, &status));
  report("lstat", sys::lstat(path, &status));
  report("fstatat", sys::fstatat(AT_FDCWD, path, &status, 0));
  report("statx", sys::statx(AT_FDCWD, path, 0, STATX_BASIC_STATS, &extended));
  report("readlink", sys::readlink(link, buffer, 8));
  report("readlinkat", sys::readlinkat(AT_FDCWD, link, buffer, 8));
  report("statfs", sys::statfs(path, &system));
  report("chdir", sys::chdir("closed/."));
  report("access", sys::access(path, F_OK));
  report("faccessat", sys::faccessat(AT_FDCWD, path, F_OK, 0));
  report("faccessat2", sys::faccessat2(AT_FDCWD, path, F_OK, 0));
  report("chmod", sys::chmod(path, 0600));
  report("fchmodat", sys::fchmodat(AT_FDCWD, path, 0600, 0));
  report("chown", sys::chown(path, -1, -1));
  report("fchownat", sys::fchownat(AT_FDCWD, path, -1, -1, 0));
  report("utimensat", sys::utimensat(AT_FDCWD, path, nullptr, 0));
}

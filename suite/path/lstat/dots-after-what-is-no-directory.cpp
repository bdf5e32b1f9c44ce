// `.` and `..` ask for a directory before them: after a missing name they give -ENOENT and after a
// file -ENOTDIR, even if what is named in the end exists.
// Covers: access dots, ENOENT, ENOTDIR
// Covers: lstat dots, ENOENT, ENOTDIR
// Covers: fstatat dots, ENOENT, ENOTDIR
// Covers: chdir dots, ENOENT, ENOTDIR
// Covers: chmod dots, ENOENT, ENOTDIR
// Covers: link dots, ENOENT, ENOTDIR
#include "wali/test.h"

void test() {
  setup::write_file("file", "");
  setup::write_file("other", "");
  setup::symlink("nowhere", "dangling");
  struct stat status;
  for (const char *path : {"missing/../other", "file/../other", "dangling/../other", "file/."}) {
    report(label("access ", path), sys::access(path, F_OK));
    report("lstat", sys::lstat(path, &status));
    report("fstatat", sys::fstatat(AT_FDCWD, path, &status, 0));
    report("chmod", sys::chmod(path, 0640));
    report("link", sys::link(path, "second"));
  }
  for (const char *path : {"missing/..", "file/..", "dangling/.."})
    report(label("chdir ", path), sys::chdir(path));
  report("mode of other", FileMode{setup::stat("other").st_mode});
  report("mode of file", FileMode{setup::stat("file").st_mode});
  report("second", sys::access("second", F_OK));
}

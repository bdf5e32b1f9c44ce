// Each call that makes, changes or removes a file takes a name of 255 bytes and a path of
// 4095.
// Covers: mkdir longest path
// Covers: mkdirat longest path
// Covers: rmdir longest path
// Covers: unlink longest path
// Covers: unlinkat longest path
// Covers: link longest path
// Covers: linkat longest path
// Covers: symlink longest path
// Covers: symlinkat longest path
// Covers: readlink longest path
// Covers: readlinkat longest path
// Covers: rename longest path
// Covers: renameat2 longest path
// Covers: chmod longest path
// Covers: fchmodat longest path
// Covers: chown longest path
// Covers: fchownat longest path
// Covers: utimensat longest path
#include "wali/test.h"

namespace {

void attempt_all(const char *path) {
  char target[4];
  report("mkdir", sys::mkdir(path, 0700));
  report("rmdir", sys::rmdir(path));
  report("mkdirat", sys::mkdirat(AT_FDCWD, path, 0700));
  report("unlinkat, AT_REMOVEDIR", sys::unlinkat(AT_FDCWD, path, AT_REMOVEDIR));
  report("symlink", sys::symlink("abc", path));
  report("readlink", sys::readlink(path, target, sizeof(target)));
  report("unlink", sys::unlink(path));
  report("symlinkat", sys::symlinkat("ab", AT_FDCWD, path));
  report("readlinkat", sys::readlinkat(AT_FDCWD, path, target, sizeof(target)));
  report("unlinkat", sys::unlinkat(AT_FDCWD, path, 0));
  report("link", sys::link("file", path));
  report("rename from it", sys::rename(path, "moved"));
  report("rename to it", sys::rename("moved", path));
  report("renameat2 from it", sys::renameat2(AT_FDCWD, path, AT_FDCWD, "moved", 0));
  report("linkat", sys::linkat(AT_FDCWD, "file", AT_FDCWD, path, 0));
  report("renameat2 to it", sys::renameat2(AT_FDCWD, "moved", AT_FDCWD, path, RENAME_EXCHANGE));
  report("chmod", sys::chmod(path, 0600));
  report("fchmodat", sys::fchmodat(AT_FDCWD, path, 0600, 0));
  report("chown", sys::chown(path, -1, -1));
  report("fchownat", sys::fchownat(AT_FDCWD, path, -1, -1, 0));
  report("utimensat", sys::utimensat(AT_FDCWD, path, nullptr, 0));
  report("link from it", sys::link(path, "again"));
  report("links of the file", setup::stat("file").st_nlink);
}

} // namespace

void test() {
  setup::write_file("file", "");
  attempt_all(setup::name_of(255));
  for (const char *name : {"moved", "again"})
    setup::unlink(name);
  static char path[PATH_MAX];
  __builtin_memcpy(path, setup::path_of(PATH_MAX - 1), PATH_MAX);
  path[PATH_MAX - 2] = 'f'; // "./././f"
  attempt_all(path);
}

// In each call that takes a directory descriptor, AT_FDCWD, -100, stands for the working directory,
// also after chdir.
// Covers: values AT_FDCWD
#include "wali/test.h"

void test() {
  setup::mkdir("inner");
  setup::require_zero("chdir", sys::chdir("inner"));
  setup::write_file("file", "here");
  Result opened = sys::openat(AT_FDCWD, "file", O_RDONLY, 0);
  report("openat", opened);
  GuardedBytes<8> buffer;
  report("read of what it opened", sys::read(opened.fd(), &buffer, 8));
  struct stat status = {};
  struct statx extended = {};
  report("fstatat", sys::fstatat(AT_FDCWD, "file", &status, 0));
  report("st_size", status.st_size);
  report("statx", sys::statx(AT_FDCWD, "file", 0, STATX_SIZE, &extended));
  report("stx_size", extended.stx_size);
  report("faccessat", sys::faccessat(AT_FDCWD, "file", R_OK, 0));
  report("faccessat2", sys::faccessat2(AT_FDCWD, "file", R_OK, 0));
  report("fchmodat", sys::fchmodat(AT_FDCWD, "file", 0640, 0));
  report("fchownat", sys::fchownat(AT_FDCWD, "file", -1, -1, 0));
  const timespec times[] = {{1, 0}, {2, 0}};
  report("utimensat", sys::utimensat(AT_FDCWD, "file", times, 0));
  const struct stat changed = setup::stat("file");
  report("mode that fchmodat made", FileMode{changed.st_mode});
  report("time that utimensat set", changed.st_mtim);
  report("mkdirat", sys::mkdirat(AT_FDCWD, "directory", 0700));
  report("symlinkat", sys::symlinkat("target", AT_FDCWD, "symlink"));
  report("readlinkat", sys::readlinkat(AT_FDCWD, "symlink", reinterpret_cast<char *>(&buffer), 8));
  report("linkat", sys::linkat(AT_FDCWD, "file", AT_FDCWD, "link", 0));
  report("renameat2", sys::renameat2(AT_FDCWD, "link", AT_FDCWD, "renamed", 0));
  report("unlinkat", sys::unlinkat(AT_FDCWD, "file", 0));
  // What they made and removed, looked at without a descriptor.
  report("access of what unlinkat removed", sys::access("file", F_OK));
  report("rmdir of what mkdirat made", sys::rmdir("directory"));
  report("unlink of what symlinkat made", sys::unlink("symlink"));
  report("unlink of what linkat and renameat2 made", sys::unlink("renamed"));
}

// A file system without a free inode makes no file, with a name or without. Files that are
// there can still be opened, and each one removed makes room for another.
// Covers: open ENOSPC, O_CREAT, O_TMPFILE
// Covers: openat ENOSPC, O_CREAT, O_TMPFILE
// REQUIRES: namespaces
#include "wali/test.h"

void test() {
  setup::chdir(setup::disk);
  struct statfs system = {};
  setup::require_zero("statfs", sys::statfs(".", &system));
  report("free inodes", system.f_ffree);
  Result made;
  uint64_t files = 0;
  while ((made = sys::open(label("file", files).c_str(), O_WRONLY | O_CREAT, 0600)).ok() && ++files < 1000)
    sys::close(made.fd());
  report("open of one too many", made);
  report("files made", files);
  report("openat", sys::openat(AT_FDCWD, "other", O_WRONLY | O_CREAT, 0600));
  report("open without a name", sys::open(".", O_RDWR | O_TMPFILE, 0600));
  report("openat without a name", sys::openat(AT_FDCWD, ".", O_RDWR | O_TMPFILE, 0600));
  report("name of one too many", sys::access(label("file", files).c_str(), F_OK));
  report("other name", sys::access("other", F_OK));
  Result there = sys::open("file0", O_WRONLY | O_CREAT | O_TRUNC, 0600);
  report("open of what is there", there);
  sys::close(there.fd());
  setup::unlink("file0");
  report("openat after one has gone", sys::openat(AT_FDCWD, "other", O_WRONLY | O_CREAT, 0600));
  report("open after that", sys::open("file0", O_WRONLY | O_CREAT, 0600));
}

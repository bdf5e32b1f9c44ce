// fchown changes the owner of a file that has no name any more, and of a pipe.
// Covers: fchown unlinked file, pipe
// REQUIRES: root
#include "wali/test.h"

void test() {
  Fd file = setup::open("file", O_RDWR | O_CREAT), second = setup::open("file", O_RDONLY);
  setup::unlink("file");
  struct stat status = {};
  report("fchown", sys::fchown(file, 70001, 70002));
  setup::require_zero("fstat", sys::fstat(second, &status));
  report("owner and group by another descriptor", label(status.st_uid, " ", status.st_gid));
  Pipe pipe = setup::pipe();
  report("fchown of a pipe", sys::fchown(pipe.read, 70003, 70004));
  setup::require_zero("fstat", sys::fstat(pipe.write, &status));
  report("owner and group by its other end", label(status.st_uid, " ", status.st_gid));
}

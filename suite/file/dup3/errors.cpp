// dup3 refuses the same descriptor twice, flags other than O_CLOEXEC, and numbers that
// are not open or beyond the limit. The new descriptor then stays as it was.
// Covers: dup3 EINVAL, EBADF, RLIMIT_NOFILE
#include "wali/test.h"

void test() {
  setup::write_file("file", "data");
  Fd file = setup::open("file", O_RDONLY), other = setup::open("file", O_RDONLY);
  setup::limit(RLIMIT_NOFILE, 100);
  report("dup3: onto itself", sys::dup3(file, file, 0));
  report("dup3: onto itself, not open", sys::dup3(99, 99, 0));
  report("dup3: O_NONBLOCK", sys::dup3(other, file, O_NONBLOCK));
  report("dup3: O_CLOEXEC and 1", sys::dup3(other, file, O_CLOEXEC | 1));
  report("dup3: from -1", sys::dup3(-1, file, 0));
  report("dup3: from 99, not open", sys::dup3(99, file, O_CLOEXEC));
  report("dup3: to -1", sys::dup3(other, -1, 0));
  report("dup3: to the limit", sys::dup3(other, 100, 0));
  report("dup3: to the last number", sys::dup3(other, 99, 0));
  report("descriptor flags", setup::descriptor_flags(file));
  char bytes[8] = {};
  report("read of the new descriptor", sys::read(file, bytes, sizeof(bytes)));
  report("bytes", Text(bytes));
}

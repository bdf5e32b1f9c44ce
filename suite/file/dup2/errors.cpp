// A bad old descriptor leaves the new one open. A new number beyond the limit is EBADF, not
// EMFILE, even if it is open from before, unless it equals the old one.
// Covers: dup2 EBADF, RLIMIT_NOFILE
#include "wali/test.h"

void test() {
  setup::write_file("file", "data");
  Fd file = setup::open("file", O_RDONLY), other = setup::open("file", O_RDONLY);
  setup::require_value("dup2", sys::dup2(file, 150), 150);
  setup::limit(RLIMIT_NOFILE, 100);
  report("dup2: from -1", sys::dup2(-1, file));
  report("dup2: from 99, not open", sys::dup2(99, file));
  report("dup2: to -1", sys::dup2(other, -1));
  report("dup2: to the limit", sys::dup2(other, 100));
  report("dup2: to 150, open beyond the limit", sys::dup2(other, 150));
  report("dup2: 150 onto itself", sys::dup2(150, 150));
  report("dup2: to far beyond", sys::dup2(other, 0x7fffffff));
  report("dup2: to the last number", sys::dup2(other, 99));
  char bytes[8] = {};
  report("read of the new descriptor", sys::read(file, bytes, sizeof(bytes)));
  report("bytes", Text(bytes));
}

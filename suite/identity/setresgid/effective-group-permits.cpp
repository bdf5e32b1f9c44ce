// A process has the access that a file grants its group while that group is its effective one, and not when it is its
// real or saved one.
// Covers: setresgid permissions
// Covers: setregid permissions
// REQUIRES: root
#include "wali/test.h"

void test() {
  setup::write_file("file", "contents");
  setup::chown("file", 0, 5000);
  setup::chmod("file", 0040);
  setup::require_zero("setgroups", sys::setgroups(0, nullptr));
  setup::require_zero("setresgid", sys::setresgid(1000, 1000, 5000));
  setup::require_zero("setresuid", sys::setresuid(1000, 1000, 1000));
  report("open by the saved group", sys::open("file", O_RDONLY, 0));
  report("setresgid", sys::setresgid(-1, 5000, -1));
  Fd file(sys::open("file", O_RDONLY, 0).fd());
  char bytes[9] = {};
  report("read by the effective group", sys::read(file, bytes, 8));
  report("bytes", Text(bytes));
  report("setregid", sys::setregid(5000, 1000));
  report("open by the real group", sys::open("file", O_RDONLY, 0));
}

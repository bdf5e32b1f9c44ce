// setgroups with size 0 leaves no supplementary group, whatever the list is, and what they
// permitted is refused.
// Covers: setgroups size 0, permissions
// Covers: getgroups none
// REQUIRES: root
#include "wali/test.h"

void test() {
  const uint32_t groups[] = {77, 5000};
  setup::write_file("file", "contents");
  setup::chown("file", 0, 5000);
  setup::chmod("file", 0040);
  report("setgroups", sys::setgroups(2, groups));
  report("getgroups", sys::getgroups(0, nullptr));
  report("setgroups of none", sys::setgroups(0, nullptr));
  report("getgroups", sys::getgroups(0, nullptr));
  setup::require_zero("setresgid", sys::setresgid(1000, 1000, 1000));
  setup::require_zero("setresuid", sys::setresuid(1000, 1000, 1000));
  report("open", sys::open("file", O_RDONLY, 0));
}

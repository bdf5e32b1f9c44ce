// As long as a process is a member of a supplementary group, it has the access that a file grants
// to that group.
// Covers: setgroups permissions
// REQUIRES: root
#include "wali/test.h"

void test() {
  const uint32_t groups[] = {77, 5000};
  setup::write_file("file", "contents");
  setup::chown("file", 0, 5000);
  setup::chmod("file", 0040);
  setup::in_child([&] {
    report("setgroups", sys::setgroups(2, groups));
    setup::require_zero("setresgid", sys::setresgid(1000, 1000, 1000));
    setup::require_zero("setresuid", sys::setresuid(1000, 1000, 1000));
    report("open by a member", sys::open("file", O_RDONLY, 0));
  });
  setup::in_child([&] {
    report("setgroups without that group", sys::setgroups(1, groups));
    setup::require_zero("setresgid", sys::setresgid(1000, 1000, 1000));
    setup::require_zero("setresuid", sys::setresuid(1000, 1000, 1000));
    report("open", sys::open("file", O_RDONLY, 0));
  });
}

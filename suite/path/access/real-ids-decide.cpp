// access and faccessat ask for the real user and group, and so does faccessat2 unless it
// is told AT_EACCESS; opening asks for the effective ones.
// Covers: access real ids, EACCES
// Covers: faccessat real ids, EACCES
// Covers: faccessat2 AT_EACCESS, EACCES
// REQUIRES: root
#include "wali/test.h"

void test() {
  setup::write_file("file", "");
  struct Seen {
    Result access, faccessat, faccessat2, effective, open, reverse_access, reverse_effective;
    Result group_access, group_effective, group_open;
  };
  Seen &seen = setup::shared<Seen>();
  Child child = setup::fork([&] {
    setup::require_zero("setresuid", sys::setresuid(1000, 0, 0));
    seen.access = sys::access("file", R_OK);
    seen.faccessat = sys::faccessat(AT_FDCWD, "file", R_OK, AT_EACCESS);
    seen.faccessat2 = sys::faccessat2(AT_FDCWD, "file", R_OK, 0);
    seen.effective = sys::faccessat2(AT_FDCWD, "file", R_OK, AT_EACCESS);
    seen.open = sys::close(sys::openat(AT_FDCWD, "file", O_RDONLY, 0).fd());
    setup::require_zero("setresuid", sys::setresuid(0, 1000, 0));
    seen.reverse_access = sys::access("file", R_OK);
    seen.reverse_effective = sys::faccessat2(AT_FDCWD, "file", R_OK, AT_EACCESS);
  });
  setup::write_file("of-a-group", "");
  setup::chown("of-a-group", -1, 70002);
  setup::chmod("of-a-group", 0040);
  Fd file = setup::open("of-a-group", O_PATH);
  Child member = setup::fork([&] {
    setup::require_zero("setgroups", sys::setgroups(0, nullptr));
    setup::require_zero("setresgid", sys::setresgid(70001, 70002, 70002));
    setup::require_zero("setresuid", sys::setresuid(1000, 1000, 1000));
    seen.group_access = sys::faccessat2(file, "", R_OK, AT_EMPTY_PATH);
    seen.group_effective = sys::faccessat2(file, "", R_OK, AT_EMPTY_PATH | AT_EACCESS);
    seen.group_open = sys::close(sys::openat(AT_FDCWD, "of-a-group", O_RDONLY, 0).fd());
  });
  report("child", child.wait());
  report("other child", member.wait());
  report("real ordinary, effective root: access", seen.access);
  report("faccessat with AT_EACCESS, which it does not look at", seen.faccessat);
  report("faccessat2", seen.faccessat2);
  report("faccessat2 with AT_EACCESS", seen.effective);
  report("opened and closed", seen.open);
  report("real root, effective ordinary: access", seen.reverse_access);
  report("faccessat2 with AT_EACCESS", seen.reverse_effective);
  report("effective group alone may read: faccessat2", seen.group_access);
  report("faccessat2 with AT_EACCESS", seen.group_effective);
  report("opened and closed", seen.group_open);
}

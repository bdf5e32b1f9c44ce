// access and faccessat check with the real user and group, and so does faccessat2 without AT_EACCESS. openat checks
// with the effective ones.
// Covers: access real ids, EACCES
// Covers: faccessat real ids, EACCES
// Covers: faccessat2 AT_EACCESS, EACCES
// REQUIRES: root
#include "wali/test.h"

namespace {

// What each of the calls says about reading a file.
void report_rights(const char *path) {
  report("access", sys::access(path, R_OK));
  report("faccessat", sys::faccessat(AT_FDCWD, path, R_OK, 0));
  report("faccessat with AT_EACCESS, which it ignores", sys::faccessat(AT_FDCWD, path, R_OK, AT_EACCESS));
  report("faccessat2", sys::faccessat2(AT_FDCWD, path, R_OK, 0));
  report("faccessat2 with AT_EACCESS", sys::faccessat2(AT_FDCWD, path, R_OK, AT_EACCESS));
  Fd file = setup::open(path, O_PATH);
  report("faccessat2 of a descriptor", sys::faccessat2(file, "", R_OK, AT_EMPTY_PATH));
  report("faccessat2 of a descriptor with AT_EACCESS", sys::faccessat2(file, "", R_OK, AT_EMPTY_PATH | AT_EACCESS));
}

} // namespace

void test() {
  setup::write_file("roots", "root's");
  setup::write_file("groups", "the group's");
  setup::chown("groups", -1, 70002);
  setup::chmod("groups", 0040);
  setup::in_child([] {
    report("setresuid, only the effective user root", sys::setresuid(1000, 0, 1000));
    report_rights("roots");
    report("contents", setup::read_file("roots"));
  });
  setup::in_child([] {
    report("setresuid, only the real user root", sys::setresuid(0, 1000, 1000));
    report_rights("roots");
    report("openat", sys::openat(AT_FDCWD, "roots", O_RDONLY, 0));
  });
  setup::in_child([] {
    setup::require_zero("setgroups", sys::setgroups(0, nullptr));
    report("setresgid, only the effective group the file's", sys::setresgid(70001, 70002, 70001));
    setup::require_zero("setresuid", sys::setresuid(1000, 1000, 1000));
    report_rights("groups");
    report("contents", setup::read_file("groups"));
  });
}

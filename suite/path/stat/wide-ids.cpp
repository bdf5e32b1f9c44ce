// Each call gives owner and group with all 32 bits, and does not confuse the two.
// Covers: stat st_uid, st_gid
// Covers: lstat st_uid, st_gid
// Covers: fstat st_uid, st_gid
// Covers: fstatat st_uid, st_gid
// Covers: statx STATX_UID, STATX_GID
// REQUIRES: root
#include "wali/test.h"

void test() {
  Fd file = setup::open("file", O_RDWR | O_CREAT);
  setup::require_zero("fchown", sys::fchown(file, -1234567890, -2));
  const auto report_ids = [](const char *name, Result result, const struct stat &status) {
    report(name, result);
    report("owner and group", label(status.st_uid, " ", status.st_gid));
  };
  struct stat status[4] = {};
  struct statx extended = {};
  report_ids("stat", sys::stat("file", &status[0]), status[0]);
  report_ids("lstat", sys::lstat("file", &status[1]), status[1]);
  report_ids("fstat", sys::fstat(file, &status[2]), status[2]);
  report_ids("fstatat", sys::fstatat(AT_FDCWD, "file", &status[3], 0), status[3]);
  report("statx", sys::statx(AT_FDCWD, "file", 0, STATX_UID | STATX_GID, &extended));
  report("owner and group", label(extended.stx_uid, " ", extended.stx_gid));
}

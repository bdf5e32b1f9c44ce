// A file that is immutable or append-only keeps its mode, owner and times. Only the present is
// accepted as the times of an append-only file.
// Covers: chmod EPERM, immutable file
// Covers: fchmod EPERM
// Covers: fchmodat EPERM
// Covers: chown EPERM
// Covers: fchown EPERM
// Covers: fchownat EPERM
// Covers: utimensat EPERM, NULL times, UTIME_NOW
// REQUIRES: root, namespaces, inode-flags
#include "wali/test.h"

void test() {
  const timespec old[2] = {{1, 1}, {2, 2}}, now[2] = {{0, UTIME_NOW}, {0, UTIME_NOW}},
                 one[2] = {{0, UTIME_NOW}, {0, UTIME_OMIT}};
  setup::chdir(setup::disk);
  Fd file = setup::open("file", O_RDONLY | O_CREAT, 0640);
  setup::require_zero("utimensat", sys::utimensat(file, nullptr, old, 0));
  for (uint32_t flag : {FS_IMMUTABLE_FL, FS_APPEND_FL}) {
    setup::set_inode_flags(file, flag);
    report("flag", Hex{flag});
    report("chmod", sys::chmod("file", 0600));
    report("fchmod", sys::fchmod(file, 0600));
    report("fchmodat", sys::fchmodat(AT_FDCWD, "file", 0600, 0));
    report("chown", sys::chown("file", 5, -1));
    report("fchown", sys::fchown(file, -1, 6));
    report("fchownat", sys::fchownat(AT_FDCWD, "file", 5, 6, 0));
    report("utimensat, given", sys::utimensat(AT_FDCWD, "file", old, 0));
    report("utimensat, one of them now", sys::utimensat(AT_FDCWD, "file", one, 0));
    struct stat status = setup::stat("file");
    report("mode", FileMode{status.st_mode});
    report("owner and group", label(status.st_uid, " ", status.st_gid));
    report("st_mtim", status.st_mtim);
    report("utimensat, both now", sys::utimensat(AT_FDCWD, "file", now, 0));
    report("utimensat, no times", sys::utimensat(file, nullptr, nullptr, 0));
    report("seconds of st_mtim compared with 3", compared(setup::stat("file").st_mtim.tv_sec, int64_t{3}));
  }
}

// Not even root changes the times of an immutable file. Those of an append-only file can be set to the present, and
// to no other time.
// Covers: utime EPERM, immutable file
// REQUIRES: root, namespaces, inode-flags
#include "wali/test.h"

void test() {
  const utimbuf old = {1, 2};
  setup::chdir(setup::disk);
  Fd file = setup::open("file", O_RDONLY | O_CREAT);
  setup::require_zero("utime", sys::utime("file", &old));
  for (uint32_t flag : {FS_IMMUTABLE_FL, FS_APPEND_FL}) {
    setup::set_inode_flags(file, flag);
    report("flag", Hex{flag});
    report("times", sys::utime("file", &old));
    report("no times", sys::utime("file", nullptr));
    report("seconds that st_mtim moved on", setup::stat("file").st_mtim.tv_sec - old.modtime);
  }
}

// An immutable file keeps its times, also from root; one that may only grow takes
// the present, and no other time.
// Covers: utime EPERM, immutable file
// REQUIRES: root, namespaces
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
    report("st_mtim against the old", compared(setup::stat("file").st_mtim.tv_sec, old.modtime));
  }
}

// Each field of a file's status has its value in its place, and nothing beside the structure is
// written.
// Covers: stat fields, layout
#include "wali/test.h"

void test() {
  Fd file = setup::open("file", O_RDWR | O_CREAT, 0600);
  setup::require_zero("ftruncate", sys::ftruncate(file, (int64_t{6} << 32) + 11));
  setup::link("file", "second");
  setup::link("file", "third");
  const timespec times[2] = {{-1000000001, 7}, {5000000000, 123456789}};
  setup::set_times("file", times);
  timespec before = setup::now(CLOCK_REALTIME_COARSE);
  setup::chmod("file", 04751);
  Guarded<struct stat> status;
  report("stat", sys::stat("file", &status));
  report_walls("walls", status);
  report("st_nlink", status->st_nlink);
  report("st_mode", FileMode{status->st_mode});
  report("geteuid", sys::geteuid());
  report("st_uid", status->st_uid);
  report("getegid", sys::getegid());
  report("st_gid", status->st_gid);
  report("st_rdev", status->st_rdev);
  report("st_size", status->st_size);
  report("st_blocks", status->st_blocks);
  report("st_blksize compared with 511", compared(status->st_blksize, int64_t{511}));
  report("st_atim", status->st_atim);
  report("st_mtim", status->st_mtim);
  report("st_ctim compared with the time before", compared(status->st_ctim.tv_sec, before.tv_sec - 1));
  report("st_ctim compared with st_mtim", compared(status->st_ctim, status->st_mtim));
  report("padding", status->pad);
  report("spare bytes", Text(status->spare, sizeof(status->spare)));
  struct stat other = {};
  setup::require_zero("fstat", sys::fstat(file, &other));
  report("st_dev and st_ino", label(status->st_dev, " ", status->st_ino));
  report("fstat's", label(other.st_dev, " ", other.st_ino));
}

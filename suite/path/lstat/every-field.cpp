// lstat puts every field of the status of a file in its place, and writes nothing beside the
// structure.
// Covers: lstat fields, layout
#include "wali/test.h"

void test() {
  Fd file = setup::open("file", O_RDWR | O_CREAT, 0600);
  setup::require_zero("ftruncate", sys::ftruncate(file, (int64_t{7} << 32) + 13));
  const timespec times[2] = {{1234567890, 987654321}, {9876543210, 1}};
  setup::set_times("file", times);
  report("geteuid", sys::geteuid());
  report("getegid", sys::getegid());
  timespec before = setup::now(CLOCK_REALTIME_COARSE);
  setup::chmod("file", 0421);
  Guarded<struct stat> status;
  report("lstat", sys::lstat("file", &status));
  report_walls("walls", status);
  report("st_nlink", status->st_nlink);
  report("st_mode", FileMode{status->st_mode});
  report("st_uid", status->st_uid);
  report("st_gid", status->st_gid);
  report("st_rdev", status->st_rdev);
  report("st_size", status->st_size);
  report("st_blocks", status->st_blocks);
  report("st_blksize compared with 511", compared(status->st_blksize, int64_t{511}));
  report("st_atim", status->st_atim);
  report("st_mtim", status->st_mtim);
  report("seconds of st_ctim compared with the clock before, less 1",
         compared(status->st_ctim.tv_sec, before.tv_sec - 1));
  report("padding", status->pad);
  report("spare bytes", Text(status->spare, sizeof(status->spare)));
  struct stat other = {};
  setup::require_zero("fstat", sys::fstat(file, &other));
  report("st_ino", status->st_ino);
  report("st_dev", status->st_dev);
  report("st_ino, fstat's", other.st_ino);
  report("st_dev, fstat's", other.st_dev);
}

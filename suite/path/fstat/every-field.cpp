// fstat puts every field of the status of a regular file in its place, and writes nothing beside
// the structure.
// Covers: fstat fields, layout
#include "wali/test.h"

void test() {
  Fd file = setup::open("file", O_RDWR | O_CREAT, 0640);
  setup::require_zero("ftruncate", sys::ftruncate(file, (int64_t{5} << 32) + 7));
  setup::link("file", "second-name");
  const timespec times[2] = {{1000000001, 1}, {10000000000, 999999999}};
  setup::set_times("file", times);
  report("geteuid", sys::geteuid());
  report("getegid", sys::getegid());
  timespec before = setup::now(CLOCK_REALTIME_COARSE);
  setup::chmod("file", 0604);
  Guarded<struct stat> status;
  report("fstat", sys::fstat(file, &status));
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
  struct stat other = setup::stat("second-name");
  report("st_ino", status->st_ino);
  report("st_dev", status->st_dev);
  report("st_ino, the other name's", other.st_ino);
  report("st_dev, the other name's", other.st_dev);
}

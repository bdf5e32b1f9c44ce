// Every basic field has its value at its place, agrees with fstat, and nothing beside
// the structure is written.
// Covers: statx STATX_BASIC_STATS, fields, layout
#include "wali/test.h"

void test() {
  Fd file = setup::open("file", O_RDWR | O_CREAT, 0600);
  setup::require_zero("ftruncate", sys::ftruncate(file, (int64_t{9} << 32) + 3));
  setup::link("file", "second");
  const timespec times[2] = {{-77, 5}, {8000000000, 999999999}};
  setup::set_times("file", times);
  setup::chmod("file", 06754);
  struct stat status = {};
  setup::require_zero("fstat", sys::fstat(file, &status));
  Guarded<struct statx> extended;
  report("statx", sys::statx(AT_FDCWD, "second", 0, STATX_BASIC_STATS, &extended));
  report_walls("walls", extended);
  report("basic part of stx_mask", Flags{sets::statx_mask, extended->stx_mask & STATX_BASIC_STATS});
  report("stx_blksize against st_blksize", compared(int64_t{extended->stx_blksize}, status.st_blksize));
  report("stx_nlink", extended->stx_nlink);
  report("stx_uid against ours", compared(extended->stx_uid, status.st_uid));
  report("stx_gid against ours", compared(extended->stx_gid, status.st_gid));
  report("stx_mode", FileMode{extended->stx_mode});
  report("padding", extended->pad);
  report("stx_ino against st_ino", compared(extended->stx_ino, status.st_ino));
  report("stx_size", extended->stx_size);
  report("stx_blocks", extended->stx_blocks);
  report("stx_atime", timespec{extended->stx_atime.tv_sec, extended->stx_atime.tv_nsec});
  report("stx_mtime", timespec{extended->stx_mtime.tv_sec, extended->stx_mtime.tv_nsec});
  report("stx_ctime against st_ctim's seconds", compared(extended->stx_ctime.tv_sec, status.st_ctim.tv_sec));
  report("and nanoseconds", compared(int64_t{extended->stx_ctime.tv_nsec}, status.st_ctim.tv_nsec));
  report("stx_rdev_major", extended->stx_rdev_major);
  report("stx_rdev_minor", extended->stx_rdev_minor);
  uint64_t major = extended->stx_dev_major, minor = extended->stx_dev_minor;
  report("stx_dev against st_dev",
         compared((minor & 0xff) | (major & 0xfff) << 8 | (minor & ~uint64_t{0xff}) << 12, status.st_dev));
  report("last spare bytes", Text(extended->spare + 11, 8));
}

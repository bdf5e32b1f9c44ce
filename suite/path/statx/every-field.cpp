// Each basic field of statx has its value in its place and agrees with fstat. Nothing beside the structure is
// written.
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
  report("st_blksize", status.st_blksize);
  report("st_uid", status.st_uid);
  report("st_gid", status.st_gid);
  report("st_ino", status.st_ino);
  report("st_ctim", status.st_ctim);
  report("major of st_dev", (status.st_dev >> 32 & 0xfffff000) | (status.st_dev >> 8 & 0xfff));
  report("minor of st_dev", (status.st_dev >> 12 & 0xffffff00) | (status.st_dev & 0xff));
  Guarded<struct statx> extended;
  report("statx", sys::statx(AT_FDCWD, "second", 0, STATX_BASIC_STATS, &extended));
  report_walls("walls", extended);
  report("basic part of stx_mask", Flags{sets::statx_mask, extended->stx_mask & STATX_BASIC_STATS});
  report("stx_blksize", extended->stx_blksize);
  report("stx_nlink", extended->stx_nlink);
  report("stx_uid", extended->stx_uid);
  report("stx_gid", extended->stx_gid);
  report("stx_mode", FileMode{extended->stx_mode});
  report("padding", extended->pad);
  report("stx_ino", extended->stx_ino);
  report("stx_size", extended->stx_size);
  report("stx_blocks", extended->stx_blocks);
  report("stx_atime", timespec{extended->stx_atime.tv_sec, extended->stx_atime.tv_nsec});
  report("stx_mtime", timespec{extended->stx_mtime.tv_sec, extended->stx_mtime.tv_nsec});
  report("stx_ctime", timespec{extended->stx_ctime.tv_sec, extended->stx_ctime.tv_nsec});
  report("stx_rdev_major", extended->stx_rdev_major);
  report("stx_rdev_minor", extended->stx_rdev_minor);
  report("stx_dev_major", extended->stx_dev_major);
  report("stx_dev_minor", extended->stx_dev_minor);
  report("last spare bytes", Text(extended->spare + 11, 8));
}

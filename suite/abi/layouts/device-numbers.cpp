// st_rdev is at 40 of stat, and its major and minor numbers at 128 and 132 of statx.
// Covers: layouts stat, statx, st_rdev
#include "suite/abi/layouts/raw.h"

void test() {
  layouts::Raw<144> stat;
  layouts::Raw<256> statx;
  report("stat of the device of zeros", sys::stat("/dev/zero", stat));
  stat.report_field<uint64_t>("st_rdev", 40);
  report("statx", sys::statx(AT_FDCWD, "/dev/zero", 0, STATX_BASIC_STATS, statx));
  statx.report_field<uint32_t>("stx_rdev_major", 128);
  statx.report_field<uint32_t>("stx_rdev_minor", 132);
}

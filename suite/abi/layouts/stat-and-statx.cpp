// stat has 144 bytes and statx 256. Each field is at its offset, and both calls store the same values for a file.
// Covers: layouts stat, statx
// Covers: stat layout
// Covers: statx layout
#include "suite/abi/layouts/raw.h"

void test() {
  setup::write_file("file", "twelve bytes");
  setup::chmod("file", 0640);
  setup::link("file", "second");
  setup::set_times("file", {{5000000001, 12}, {-3, 999999999}});
  layouts::Raw<144> stat;
  layouts::Raw<256> statx;
  report("stat", sys::stat("file", stat));
  report("statx", sys::statx(AT_FDCWD, "file", 0, STATX_BASIC_STATS, statx));
  report("basic bits of stx_mask", statx.get<uint32_t>(0) & 0x7ff);
  const uint64_t device = stat.get<uint64_t>(0);
  report("major of st_dev", (device >> 8 & 0xfff) | (device >> 32 & ~0xfffu));
  statx.report_field<uint32_t>("stx_dev_major", 136);
  report("minor of st_dev", (device & 0xff) | (device >> 12 & 0xffffff00));
  statx.report_field<uint32_t>("stx_dev_minor", 140);
  stat.report_field<uint64_t>("st_ino", 8);
  statx.report_field<uint64_t>("stx_ino", 32);
  stat.report_field<uint64_t>("st_nlink", 16);
  statx.report_field<uint32_t>("stx_nlink", 16);
  report("st_mode", Octal{stat.get<uint32_t>(24)});
  report("stx_mode", Octal{statx.get<uint16_t>(28)});
  report("geteuid", sys::geteuid());
  stat.report_field<uint32_t>("st_uid", 28);
  statx.report_field<uint32_t>("stx_uid", 20);
  stat.report_field<uint32_t>("st_gid", 32);
  statx.report_field<uint32_t>("stx_gid", 24);
  stat.report_field<int64_t>("st_size", 48);
  statx.report_field<uint64_t>("stx_size", 40);
  stat.report_field<int64_t>("st_blksize", 56);
  statx.report_field<uint32_t>("stx_blksize", 4);
  stat.report_field<int64_t>("st_blocks", 64);
  statx.report_field<uint64_t>("stx_blocks", 48);
  stat.report_field<int64_t>("st_atim.tv_sec", 72);
  stat.report_field<int64_t>("st_atim.tv_nsec", 80);
  statx.report_field<int64_t>("stx_atime.tv_sec", 64);
  statx.report_field<uint32_t>("stx_atime.tv_nsec", 72);
  stat.report_field<int64_t>("st_mtim.tv_sec", 88);
  stat.report_field<int64_t>("st_mtim.tv_nsec", 96);
  statx.report_field<int64_t>("stx_mtime.tv_sec", 112);
  statx.report_field<uint32_t>("stx_mtime.tv_nsec", 120);
  stat.report_field<int64_t>("st_ctim.tv_sec", 104);
  stat.report_field<int64_t>("st_ctim.tv_nsec", 112);
  statx.report_field<int64_t>("stx_ctime.tv_sec", 96);
  statx.report_field<uint32_t>("stx_ctime.tv_nsec", 104);
  report("attributes that are told and not known", Hex{statx.get<uint64_t>(8) & ~statx.get<uint64_t>(56)});
  stat.report_padding(36, 40);
  stat.report_padding(120, 144);
  statx.report_padding(30, 32);
  stat.report_walls();
  statx.report_walls();
}

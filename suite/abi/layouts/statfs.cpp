// statfs has 120 bytes, with each field at its offset and zeros behind the last.
// Covers: layouts statfs
// Covers: statfs layout
// REQUIRES: namespaces
#include "suite/abi/layouts/raw.h"

void test() {
  for (const char *path : {setup::disk, setup::read_only_disk}) {
    layouts::Raw<120> statfs;
    report(label("statfs of ", path), sys::statfs(path, statfs));
    report("f_type", Hex{statfs.get<uint64_t>(0)});
    statfs.report_field<uint64_t>("f_bsize", 8);
    statfs.report_field<uint64_t>("f_blocks", 16);
    statfs.report_field<uint64_t>("f_bfree", 24);
    statfs.report_field<uint64_t>("f_bavail", 32);
    statfs.report_field<uint64_t>("f_files", 40);
    statfs.report_field<uint64_t>("f_ffree", 48);
    report("f_fsid", Hex{statfs.get<uint64_t>(56)});
    statfs.report_field<uint64_t>("f_namelen", 64);
    statfs.report_field<uint64_t>("f_frsize", 72);
    report("read-only and no execution, of f_flags", statfs.get<uint64_t>(80) & 9);
    statfs.report_padding(88, 120);
    statfs.report_walls();
  }
}

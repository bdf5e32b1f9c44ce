// Where files are written there are blocks, no more of them free than there are, and
// no more for everybody than are free.
// Covers: statfs f_blocks, f_bfree, f_bavail, f_files, f_ffree
#include "wali/test.h"

void test() {
  setup::symlink(".", "link");
  Guarded<struct statfs> status, again;
  report("statfs", sys::statfs("link", &status));
  report_walls("walls", status);
  report("f_type against that of /proc", int{status->f_type == 0x9fa0});
  report("f_bsize against 511", compared(status->f_bsize, uint64_t{511}));
  report("f_frsize against 511", compared(status->f_frsize, uint64_t{511}));
  report("f_blocks against 0", compared(status->f_blocks, uint64_t{0}));
  report("f_bfree against f_blocks + 1", compared(status->f_bfree, status->f_blocks + 1));
  report("f_bavail against f_bfree + 1", compared(status->f_bavail, status->f_bfree + 1));
  report("f_ffree against f_files + 1", compared(status->f_ffree, status->f_files + 1));
  report("f_namelen", status->f_namelen);
  report("spare bytes", Text(status->spare, 32));
  setup::write_file("file", "");
  report("statfs of a file in it", sys::statfs("file", &again));
  report("f_fsid", compared(__builtin_memcmp(again->f_fsid, status->f_fsid, 8), 0));
  report("f_blocks against the directory's", compared(again->f_blocks, status->f_blocks));
  report("f_flags against the directory's", compared(again->f_flags, status->f_flags));
}

// /proc, a file system without blocks, gives its type, its sizes, and zeros for the rest.
// Covers: statfs fields, layout
// Covers: fstatfs fields, layout
#include "wali/test.h"

void test() {
  Guarded<struct statfs> by_path, by_descriptor;
  report("statfs", sys::statfs("/proc/self/status", &by_path));
  report("f_type", Hex{by_path->f_type});
  report("f_bsize", by_path->f_bsize);
  report("f_blocks", by_path->f_blocks);
  report("f_bfree", by_path->f_bfree);
  report("f_bavail", by_path->f_bavail);
  report("f_files", by_path->f_files);
  report("f_ffree", by_path->f_ffree);
  report("f_namelen", by_path->f_namelen);
  report("f_frsize", by_path->f_frsize);
  report("ST_VALID in f_flags", Flags{sets::mount_flags, by_path->f_flags & ST_VALID});
  report("spare bytes", Text(by_path->spare, 32));
  report_walls("walls", by_path);
  Fd directory = setup::open("/proc", O_RDONLY);
  report("fstatfs", sys::fstatfs(directory, &by_descriptor));
  report("bytes that differ from statfs's", differing_bytes(&by_descriptor, &by_path, sizeof(struct statfs)));
  report_walls("walls", by_descriptor);
}

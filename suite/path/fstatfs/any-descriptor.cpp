// A handle and a file without a name know their file system, and agree with the
// path; a pipe's has a name of its own.
// Covers: fstatfs success
#include "wali/test.h"

void test() {
  Guarded<struct statfs> by_path, status;
  setup::require_zero("statfs", sys::statfs(".", &by_path));
  Fd handle = setup::open(".", O_PATH), file = setup::open("file", O_RDWR | O_CREAT);
  setup::unlink("file");
  Pipe pipe = setup::pipe();
  const int descriptors[] = {handle, file};
  for (int fd : descriptors) {
    status.fill();
    report("fstatfs", sys::fstatfs(fd, &status));
    report("f_type", compared(status->f_type, by_path->f_type));
    report("f_bsize", compared(status->f_bsize, by_path->f_bsize));
    report("f_blocks", compared(status->f_blocks, by_path->f_blocks));
    report("f_files against 0", compared(status->f_files, uint64_t{0}));
    report("f_ffree against f_files + 1", compared(status->f_ffree, status->f_files + 1));
    report("f_fsid", compared(__builtin_memcmp(status->f_fsid, by_path->f_fsid, 8), 0));
    report("f_namelen", status->f_namelen);
    report("f_frsize", compared(status->f_frsize, by_path->f_frsize));
    report("f_flags", compared(status->f_flags, by_path->f_flags));
    report_walls("walls", status);
  }
  report("fstatfs of a pipe", sys::fstatfs(pipe.read, &status));
  report("f_type", Hex{status->f_type});
}

// fstatfs of an O_PATH descriptor and of a file without a name describes the same file system as
// statfs of the path. A pipe has a file system of its own.
// Covers: fstatfs success
#include "wali/test.h"

namespace {

void report_all(const char *name, Result result, Guarded<struct statfs> &status) {
  report(name, result);
  report("f_type", Hex{status->f_type});
  report("f_bsize", status->f_bsize);
  report("f_blocks", status->f_blocks);
  report("f_ffree compared with f_files + 1", compared(status->f_ffree, status->f_files + 1));
  report("f_fsid", label(status->f_fsid[0], " ", status->f_fsid[1]));
  report("f_namelen", status->f_namelen);
  report("f_frsize", status->f_frsize);
  report("f_flags", Hex{status->f_flags});
  report_walls("walls", status);
}

} // namespace

void test() {
  Guarded<struct statfs> status;
  Fd handle = setup::open(".", O_PATH), file = setup::open("file", O_RDWR | O_CREAT);
  setup::unlink("file");
  Pipe pipe = setup::pipe();
  report_all("statfs of the path", sys::statfs(".", &status), status);
  status.fill();
  report_all("fstatfs of the handle", sys::fstatfs(handle, &status), status);
  status.fill();
  report_all("fstatfs of the file", sys::fstatfs(file, &status), status);
  report("fstatfs of a pipe", sys::fstatfs(pipe.read, &status));
  report("f_type", Hex{status->f_type});
}

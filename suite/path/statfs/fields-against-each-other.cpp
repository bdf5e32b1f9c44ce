// For a file system that can be written, statfs gives a number of blocks above 0, no more free
// blocks than blocks, and no more available blocks than free ones.
// Covers: statfs f_blocks, f_bfree, f_bavail, f_files, f_ffree
#include "wali/test.h"

namespace {

void report_file_system(const char *name, const struct statfs &status) {
  report(label("f_fsid of ", name),
         label(Hex{static_cast<uint32_t>(status.f_fsid[0])}, " ", Hex{static_cast<uint32_t>(status.f_fsid[1])}));
  report(label("f_blocks of ", name), status.f_blocks);
  report(label("f_flags of ", name), Hex{status.f_flags});
}

} // namespace

void test() {
  setup::symlink(".", "link");
  setup::write_file("file", "");
  Guarded<struct statfs> status, of_file, of_proc;
  report("statfs of a link", sys::statfs("link", &status));
  report_walls("walls", status);
  report("f_bsize compared with 511", compared(status->f_bsize, uint64_t{511}));
  report("f_frsize compared with 511", compared(status->f_frsize, uint64_t{511}));
  report("f_blocks compared with 0", compared(status->f_blocks, uint64_t{0}));
  report("f_bfree compared with f_blocks + 1", compared(status->f_bfree, status->f_blocks + 1));
  report("f_bavail compared with f_bfree + 1", compared(status->f_bavail, status->f_bfree + 1));
  report("f_ffree compared with f_files + 1", compared(status->f_ffree, status->f_files + 1));
  report("f_namelen", status->f_namelen);
  report("spare bytes", Text(status->spare, 32));
  report("statfs of a file", sys::statfs("file", &of_file));
  report_file_system("the directory", *status);
  report_file_system("the file", *of_file);
  report("statfs of /proc", sys::statfs("/proc", &of_proc));
  report("bytes of f_type that differ", differing_bytes(&of_proc->f_type, &status->f_type, sizeof(status->f_type)));
}

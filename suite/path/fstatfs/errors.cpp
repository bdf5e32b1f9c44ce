// fstatfs refuses a descriptor that is not open and writes nothing. The structure may end at the last byte of memory.
// One that reaches beyond gives -EFAULT.
// Covers: fstatfs EBADF, EFAULT, last valid byte
#include "wali/test.h"

void test() {
  Guarded<struct statfs> status;
  report("-1", sys::fstatfs(-1, &status));
  report("AT_FDCWD", sys::fstatfs(AT_FDCWD, &status));
  int closed = setup::open(".", O_RDONLY).release();
  sys::close(closed);
  report("closed", sys::fstatfs(closed, &status));
  report_poison("structure", status);
  Fd proc = setup::open("/proc", O_RDONLY);
  auto *last = reinterpret_cast<struct statfs *>(setup::last_bytes(sizeof(struct statfs)));
  report("structure up to the last byte", sys::fstatfs(proc, last));
  report("f_type", Hex{last->f_type});
  report("structure across the end",
         sys::fstatfs(proc, reinterpret_cast<struct statfs *>(setup::last_bytes(sizeof(struct statfs) - 8))));
  report("structure outside memory", sys::fstatfs(proc, static_cast<struct statfs *>(setup::bad_address())));
}

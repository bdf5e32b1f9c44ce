// fchmod refuses a descriptor that is not open and an O_PATH descriptor, and changes no mode. A read-only descriptor
// is enough.
// Covers: fchmod EBADF
#include "wali/test.h"

void test() {
  setup::write_file("file", "");
  setup::chmod("file", 0640);
  Fd handle = setup::open("file", O_PATH);
  report("-1", sys::fchmod(-1, 0600));
  report("AT_FDCWD", sys::fchmod(AT_FDCWD, 0600));
  int closed = setup::open("file", O_RDONLY).release();
  sys::close(closed);
  report("closed", sys::fchmod(closed, 0600));
  report("O_PATH handle", sys::fchmod(handle, 0600));
  report("mode", FileMode{setup::stat("file").st_mode});
  report("read-only descriptor", sys::fchmod(setup::open("file", O_RDONLY), 0604));
  report("mode", FileMode{setup::stat("file").st_mode});
}

// fchown refuses a descriptor that is not open and an O_PATH descriptor, and changes nothing: a
// file keeps its set-user-id bit, which fchown clears.
// Covers: fchown EBADF
#include "wali/test.h"

void test() {
  setup::write_file("file", "");
  setup::chmod("file", 04755);
  Fd handle = setup::open("file", O_PATH), file = setup::open("file", O_RDONLY);
  report("-1", sys::fchown(-1, -1, -1));
  report("AT_FDCWD", sys::fchown(AT_FDCWD, -1, -1));
  int closed = setup::open("file", O_RDONLY).release();
  sys::close(closed);
  report("closed", sys::fchown(closed, -1, -1));
  report("O_PATH handle", sys::fchown(handle, -1, -1));
  report("mode", FileMode{setup::stat("file").st_mode});
  report("file", sys::fchown(file, -1, -1));
  report("mode", FileMode{setup::stat("file").st_mode});
}

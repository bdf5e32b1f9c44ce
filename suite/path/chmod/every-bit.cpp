// chmod sets and clears each of the twelve bits of a mode. It ignores the umask, and bits beyond
// the twelve.
// Covers: chmod mode, S_ISUID, S_ISGID, S_ISVTX
#include "wali/test.h"

void test() {
  sys::umask(0777);
  Fd file = setup::open("file", O_RDWR | O_CREAT);
  struct stat status = {};
  for (int bit = 0; bit < 12; ++bit) {
    report(label("chmod to bit ", bit), sys::chmod("file", 1u << bit));
    setup::require_zero("fstat", sys::fstat(file, &status));
    report("st_mode", FileMode{status.st_mode});
  }
  report("chmod", sys::chmod("file", 0xfffff000 | 04531));
  setup::require_zero("fstat", sys::fstat(file, &status));
  report("st_mode", FileMode{status.st_mode});
}

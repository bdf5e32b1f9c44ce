// fchmod sets and clears each of the twelve bits of a mode, also by a descriptor that is open for
// reading only. It ignores bits beyond the twelve.
// Covers: fchmod mode
#include "wali/test.h"

void test() {
  Fd file = setup::open("file", O_RDONLY | O_CREAT);
  for (int bit = 0; bit < 12; ++bit) {
    report(label("fchmod to bit ", bit), sys::fchmod(file, 1u << bit));
    report("st_mode", FileMode{setup::stat("file").st_mode});
  }
  report("fchmod", sys::fchmod(file, 0170000 | 02467));
  report("st_mode", FileMode{setup::stat("file").st_mode});
}

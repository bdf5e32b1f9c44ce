// Writing to a pseudo-terminal's slave without a master gives EIO.
// Covers: write EIO
// Covers: writev EIO
// REQUIRES: terminal
#include "wali/test.h"

void test() {
  Terminal tty = setup::terminal();
  tty.master.reset();
  char word[] = "lost";
  const iovec vector[] = {{word, 4}};
  report("write", sys::write(tty.slave, word, 4));
  report("writev", sys::writev(tty.slave, vector, 1));
}

// A handler without SA_RESTART ends a write that waits: EINTR if nothing was
// written, otherwise the number of bytes that were.
// Covers: write EINTR, interrupted short count
#include "wali/test.h"

namespace {
void nothing(int) {}
} // namespace

void test() {
  static char block[12288];
  Pipe pipe = setup::pipe();
  setup::require("fcntl", sys::fcntl(pipe.write, F_SETPIPE_SZ, 8192));
  setup::on_signal(SIGUSR1, nothing);
  Result partial = {0}, none = {0};
  {
    Interrupter interrupter(SIGUSR1);
    partial = sys::write(pipe.write, block, sizeof(block));
    none = sys::write(pipe.write, block, 1);
  }
  report("write of more than there is room for", partial);
  report("write into the full pipe", none);
}

// A handler without SA_RESTART ends a writev that waits for room.
// Covers: writev EINTR
#include "wali/test.h"

namespace {
void nothing(int) {}
} // namespace

void test() {
  static char block[4096];
  Pipe pipe = setup::pipe();
  setup::require("fcntl", sys::fcntl(pipe.write, F_SETPIPE_SZ, 4096));
  setup::write_all(pipe.write, {block, sizeof(block)});
  setup::on_signal(SIGUSR1, nothing);
  const iovec vector[] = {{block, 1}, {block, 1}};
  Result result = {0};
  {
    Interrupter interrupter(SIGUSR1);
    result = sys::writev(pipe.write, vector, 2);
  }
  report("writev", result);
}

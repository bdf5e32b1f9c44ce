// A handler without SA_RESTART ends a flock that waits.
// Covers: flock EINTR
#include "wali/test.h"

namespace {
void nothing(int) {}
} // namespace

void test() {
  setup::write_file("file", "");
  Fd holder = setup::open("file", O_RDONLY), waiting = setup::open("file", O_RDONLY);
  setup::require("flock", sys::flock(holder, LOCK_EX));
  setup::on_signal(SIGUSR1, nothing);
  Result result = {0};
  {
    Interrupter interrupter(SIGUSR1);
    result = sys::flock(waiting, LOCK_EX);
  }
  report("flock", result);
}

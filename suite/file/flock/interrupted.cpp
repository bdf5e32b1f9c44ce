// A handler without SA_RESTART ends a flock that waits: EINTR, with no lock taken.
// Covers: flock EINTR, no lock after EINTR
#include "wali/test.h"

namespace {

int locked;
int runs;

// A flock that goes on waiting for all that gets the lock in the end.
void handler(int) {
  if (++runs == 100)
    sys::flock(locked, LOCK_UN);
}

} // namespace

void test() {
  setup::write_file("file", "");
  Fd holder = setup::open("file", O_RDONLY), waiting = setup::open("file", O_RDONLY);
  locked = holder;
  setup::require_zero("flock", sys::flock(holder, LOCK_EX));
  setup::on_signal(SIGUSR2, handler);
  Result result = {0};
  {
    Interrupter interrupter(SIGUSR2);
    result = sys::flock(waiting, LOCK_EX);
  }
  report("flock", result);
  report("handler runs", runs);
  setup::require_zero("flock", sys::flock(holder, LOCK_UN));
  Fd another = setup::open("file", O_RDONLY);
  report("flock by another open", sys::flock(another, LOCK_EX | LOCK_NB));
}

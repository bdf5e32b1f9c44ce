// A handler without SA_RESTART ends a wait for a file's lock with -EINTR.
// Covers: rt_sigaction interrupted call
// Covers: flock EINTR
#include "wali/test.h"

namespace {

volatile int runs;

// By the hundredth run the call must have been interrupted; if not, the program ends.
void handler(int) {
  runs = runs + 1;
  if (runs == 100)
    leave(100);
}

} // namespace

void test() {
  Fd locked = setup::open("file", O_RDWR | O_CREAT), waiting = setup::open("file", O_RDWR);
  setup::require_zero("flock", sys::flock(locked, LOCK_EX));
  setup::on_signal(SIGUSR2, handler);
  Interrupter interrupter(SIGUSR2);
  runs = 0;
  report("flock", sys::flock(waiting, LOCK_EX));
  report("handler runs", int{runs});
}

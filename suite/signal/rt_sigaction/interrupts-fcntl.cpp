// A handler without SA_RESTART ends a wait for a lock of bytes with -EINTR.
// Covers: rt_sigaction interrupted call
// Covers: fcntl F_OFD_SETLKW, EINTR
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
  flock all = {F_WRLCK, SEEK_SET, 0, 0, 0, 0, 0};
  setup::require_zero("fcntl", sys::fcntl(locked, F_OFD_SETLK, reinterpret_cast<uintptr_t>(&all)));
  setup::on_signal(SIGUSR2, handler);
  Interrupter interrupter(SIGUSR2);
  runs = 0;
  report("fcntl F_OFD_SETLKW", sys::fcntl(waiting, F_OFD_SETLKW, reinterpret_cast<uintptr_t>(&all)));
  report("handler runs", int{runs});
}

// Without a mask ppoll keeps the signal mask of the thread. A signal that it blocks does not interrupt the wait and
// stays pending.
// Covers: ppoll NULL sigmask
#include "suite/event/interrupted.h"

void test() {
  pollfd entry = {empty_pipe().read, POLLIN, 0};
  setup::block(SIGUSR2);
  report_signal_and_byte("ppoll", [&] { return sys::ppoll(&entry, 1, nullptr, nullptr, 8); });
}

// A signal that the mask of ppoll blocks, but the thread does not, does not interrupt the wait. It is handled when
// the call returns.
// Covers: ppoll sigmask
#include "suite/event/interrupted.h"

void test() {
  pollfd entry = {empty_pipe().read, POLLIN, 0};
  const sigset mask = signal_bit(SIGUSR2);
  report_signal_and_byte("ppoll", [&] { return sys::ppoll(&entry, 1, nullptr, &mask, 8); });
}

// A signal that the thread blocks interrupts ppoll when the mask of the call does not block it. The handler runs
// once, and the signal is blocked again.
// Covers: ppoll sigmask, EINTR
#include "suite/event/interrupted.h"

void test() {
  pollfd entry = {empty_pipe().read, POLLIN, 0};
  setup::block(SIGUSR2);
  const sigset none = 0;
  report_under_signals(
      "ppoll", 0, [] { setup::write_all(empty_pipe().write, "x"); },
      [&] { return sys::ppoll(&entry, 1, nullptr, &none, 8); });
}

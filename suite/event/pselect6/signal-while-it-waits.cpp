// A signal that the thread blocks interrupts pselect6 when the mask of the call does not block it. The handler runs
// once, and the signal is blocked again.
// Covers: pselect6 sigmask, EINTR
#include "suite/event/interrupted.h"

void test() {
  const int fd = empty_pipe().read;
  fd_set read = {{uint64_t{1} << fd}};
  setup::block(SIGUSR2);
  const sigset none = 0;
  const pselect6_mask mask = {reinterpret_cast<uintptr_t>(&none), 8};
  report_under_signals(
      "pselect6", 0, [] { setup::write_all(empty_pipe().write, "x"); },
      [&] { return sys::pselect6(fd + 1, &read, nullptr, nullptr, nullptr, &mask); });
}

// A signal that the mask of pselect6 blocks, but the thread does not, does not interrupt the wait. It is handled when
// the call returns.
// Covers: pselect6 sigmask
#include "suite/event/interrupted.h"

void test() {
  const int fd = empty_pipe().read;
  fd_set read = {{uint64_t{1} << fd}};
  const sigset blocked = signal_bit(SIGUSR2);
  const pselect6_mask mask = {reinterpret_cast<uintptr_t>(&blocked), 8};
  report_signal_and_byte("pselect6", [&] { return sys::pselect6(fd + 1, &read, nullptr, nullptr, nullptr, &mask); });
}

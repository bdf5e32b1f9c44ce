// An action may end where memory ends. One that begins there and leaves memory is
// refused and changes nothing.
// Covers: rt_sigaction last valid byte, EFAULT
#include "wali/test.h"

void test() {
  auto *last = reinterpret_cast<k_sigaction *>(setup::last_bytes(sizeof(k_sigaction)));
  *last = setup::action([](int) {}, SA_RESTART, signal_bit(64));
  report("action in the last bytes", sys::rt_sigaction(SIGUSR2, last, nullptr, 8));
  __builtin_memset(last, poison, sizeof(*last));
  report("old action in the last bytes", sys::rt_sigaction(SIGUSR2, nullptr, last, 8));
  report("old action", *last);
  auto *beyond = reinterpret_cast<k_sigaction *>(reinterpret_cast<uint8_t *>(last) + 8);
  report("action that leaves memory", sys::rt_sigaction(SIGUSR2, beyond, nullptr, 8));
  report("old action that leaves memory", sys::rt_sigaction(SIGUSR2, nullptr, beyond, 8));
  report("rt_sigaction", sys::rt_sigaction(SIGUSR2, nullptr, last, 8));
  report("action", *last);
}

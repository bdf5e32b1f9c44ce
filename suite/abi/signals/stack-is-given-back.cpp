// Ten thousand handlers leave the stack as it was: the variables of the last one have the same
// address as those of the first one, aligned to 16 bytes.
// Covers: signals stack pointer restored, alignment
#include "wali/test.h"

namespace {

uintptr_t first, last;
int runs, badly_aligned;

void handler(int, siginfo *, void *) {
  alignas(16) volatile uint8_t local[16] = {};
  last = reinterpret_cast<uintptr_t>(&local[0]);
  if (runs++ == 0)
    first = last;
  badly_aligned += last % 16 != 0;
}

// Raises the signal from frames of different sizes.
template <size_t size> __attribute__((noinline)) void raise_from() {
  volatile uint8_t frame[size];
  frame[size - 1] = 1;
  sys::kill(sys::getpid().pid(), SIGUSR2);
  badly_aligned += frame[size - 1] != 1;
}

} // namespace

void test() {
  setup::on_siginfo(SIGUSR2, handler);
  int pid = sys::getpid().pid();
  for (int i = 0; i < 10000; ++i)
    sys::kill(pid, SIGUSR2);
  report("runs", runs);
  report("variables of the first", Hex{first});
  report("variables of the last", Hex{last});
  raise_from<1>();
  raise_from<24>();
  raise_from<200>();
  alignas(16) static uint8_t place[32768];
  const struct stack stack = {place + 8, 0, 16389};
  setup::require_zero("sigaltstack", sys::sigaltstack(&stack, nullptr));
  setup::on_siginfo(SIGUSR2, handler, SA_ONSTACK);
  sys::kill(pid, SIGUSR2);
  report("bytes into the alternate stack, compared with its size",
         compared(last - reinterpret_cast<uintptr_t>(place + 8), uintptr_t{16389}));
  report("badly aligned", badly_aligned);
}

// A child runs its handlers with SA_ONSTACK on the alternate stack that its parent has set, at the
// same address in its own memory.
// Covers: fork alternate stack
#include "wali/test.h"

namespace {

constexpr size_t size = 16384;
alignas(16) uint8_t place[size];
struct stack seen;
uintptr_t variable;

void handler(int) {
  volatile char local = 1;
  variable = reinterpret_cast<uintptr_t>(&local);
  sys::sigaltstack(nullptr, &seen);
}

} // namespace

void test() {
  const struct stack stack = {place, 0, size};
  setup::require_zero("sigaltstack", sys::sigaltstack(&stack, nullptr));
  setup::on_signal(SIGUSR2, handler, SA_ONSTACK);
  setup::in_child([] {
    report("kill", sys::kill(sys::getpid().pid(), SIGUSR2));
    report("the stack in the handler", seen);
    report("place of a variable compared with the size",
           compared(variable - reinterpret_cast<uintptr_t>(place), uintptr_t{size}));
  });
  report("the parent's handler has seen a stack of", seen.ss_size);
}

// SS_DISABLE may be combined with SS_AUTODISARM, and sigaltstack returns both. The stack is disabled, and a handler
// runs elsewhere.
// Covers: sigaltstack SS_DISABLE, SS_AUTODISARM
#include "wali/test.h"

namespace {

constexpr size_t size = 16384;
alignas(16) uint8_t place[size];
uintptr_t where;

} // namespace

void test() {
  struct stack stack = {place, 0, size};
  setup::require_zero("sigaltstack", sys::sigaltstack(&stack, nullptr));
  stack = {place, static_cast<int32_t>(SS_DISABLE | SS_AUTODISARM), size};
  report("sigaltstack", sys::sigaltstack(&stack, nullptr));
  report("sigaltstack, asked", sys::sigaltstack(nullptr, &stack));
  report("stack", stack);
  setup::on_signal(
      SIGUSR2,
      [](int) {
        volatile char local = 1;
        where = reinterpret_cast<uintptr_t>(&local);
      },
      SA_ONSTACK);
  report("kill", sys::kill(sys::getpid().pid(), SIGUSR2));
  report("place of a variable compared with the size",
         compared(where - reinterpret_cast<uintptr_t>(place), uintptr_t{size}));
}

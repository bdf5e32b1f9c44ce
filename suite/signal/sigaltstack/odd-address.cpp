// An alternate stack may begin and end at any address: its handler runs within it, with variables
// that are aligned.
// Covers: sigaltstack odd address
#include "wali/test.h"

namespace {

constexpr size_t size = 16381;
alignas(16) uint8_t place[size + 64];
uintptr_t where;

void handler(int) {
  alignas(16) volatile uint64_t local[2] = {1, 2};
  where = reinterpret_cast<uintptr_t>(&local[0]);
}

} // namespace

void test() {
  __builtin_memset(place, poison, sizeof(place));
  const struct stack stack = {place + 17, 0, size};
  report("sigaltstack", sys::sigaltstack(&stack, nullptr));
  setup::on_signal(SIGUSR2, handler, SA_ONSTACK);
  report("kill", sys::kill(sys::getpid().pid(), SIGUSR2));
  report("place of a variable compared with the size",
         compared(where - reinterpret_cast<uintptr_t>(place + 17), uintptr_t{size}));
  report("its address modulo 16", where % 16);
  report_poison("bytes before the stack", place, 17);
  report_poison("bytes behind the stack", place + 17 + size, 64 - 17);
}

// With SS_AUTODISARM the stack is disabled while a handler runs on it, so that the handler may
// set another. Afterwards the first one is set again.
// Covers: sigaltstack SS_AUTODISARM
#include "wali/test.h"

namespace {

alignas(16) uint8_t place[32768], other[32768];
uintptr_t where;
struct stack during, after;
Result changed;

void handler(int) {
  volatile char local = 1;
  where = reinterpret_cast<uintptr_t>(&local);
  sys::sigaltstack(nullptr, &during);
  const struct stack stack = {other, 0, sizeof(other)};
  changed = sys::sigaltstack(&stack, nullptr);
}

} // namespace

void test() {
  const struct stack stack = {place, static_cast<int32_t>(SS_AUTODISARM), sizeof(place)};
  report("sigaltstack", sys::sigaltstack(&stack, nullptr));
  setup::on_signal(SIGUSR2, handler, SA_ONSTACK);
  sys::kill(sys::getpid().pid(), SIGUSR2);
  report("the handler's variable from the stack's begin, compared with its size",
         compared(where - reinterpret_cast<uintptr_t>(place), sizeof(place)));
  report("in the handler", during);
  report("another stack, in the handler", changed);
  sys::sigaltstack(nullptr, &after);
  report("afterwards", after);
  report("the first stack", reinterpret_cast<uintptr_t>(place));
  report("ss_sp", reinterpret_cast<uintptr_t>(after.ss_sp));
}

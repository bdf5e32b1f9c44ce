// A handler that runs on the alternate stack can read its setting, but neither change nor
// disable it. Afterwards it can be changed again.
// Covers: sigaltstack EPERM
#include "wali/test.h"

namespace {

alignas(16) uint8_t place[32768], other[32768];
Result changed, disabled, asked;
Guarded<struct stack> old;

void handler(int) {
  const struct stack stack = {other, 0, sizeof(other)}, none = {nullptr, SS_DISABLE, 0};
  changed = sys::sigaltstack(&stack, &old);
  disabled = sys::sigaltstack(&none, &old);
  asked = sys::sigaltstack(nullptr, nullptr);
}

} // namespace

void test() {
  old.fill();
  const struct stack stack = {place, 0, sizeof(place)}, next = {other, 0, 16384};
  setup::require_zero("sigaltstack", sys::sigaltstack(&stack, nullptr));
  setup::on_signal(SIGUSR2, handler, SA_ONSTACK);
  sys::kill(sys::getpid().pid(), SIGUSR2);
  report("another stack, in the handler", changed);
  report("SS_DISABLE, in the handler", disabled);
  report_poison("old stack", old);
  report("only asked, in the handler", asked);
  report("another stack, afterwards", sys::sigaltstack(&next, &old));
  report("old stack", *old);
}

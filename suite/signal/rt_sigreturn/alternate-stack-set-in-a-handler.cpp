// An alternate stack that a handler sets is there while it runs. When it has returned, the one
// before it is set again, or disabled if it was disabled.
// Covers: rt_sigreturn alternate stack
// Covers: sigaltstack set in a handler
#include "wali/test.h"

namespace {

alignas(16) uint8_t place[16384], other[8192];
struct stack during;

void handler(int) {
  const struct stack stack = {other, 0, sizeof(other)};
  setup::require_zero("sigaltstack", sys::sigaltstack(&stack, nullptr));
  setup::require_zero("sigaltstack", sys::sigaltstack(nullptr, &during));
}

void run(const char *name) {
  setup::require_zero("kill", sys::kill(sys::getpid().pid(), SIGUSR2));
  struct stack after = {};
  report(label(name, ", in the handler"), during);
  report(label(name, ", sigaltstack"), sys::sigaltstack(nullptr, &after));
  report(label(name, ", afterwards"), after);
}

} // namespace

void test() {
  setup::on_signal(SIGUSR2, handler);
  const struct stack none = {nullptr, SS_DISABLE, 0};
  setup::require_zero("sigaltstack", sys::sigaltstack(&none, nullptr));
  run("disabled");
  const struct stack stack = {place, 0, sizeof(place)};
  setup::require_zero("sigaltstack", sys::sigaltstack(&stack, nullptr));
  run("one of 16384 bytes");
}

// A handler with SA_ONSTACK runs on the alternate stack, for which sigaltstack then reports
// SS_ONSTACK. A handler runs elsewhere if it has no SA_ONSTACK or there is no such stack.
// Covers: sigaltstack SS_ONSTACK
// Covers: rt_sigaction SA_ONSTACK
#include "wali/test.h"

namespace {

constexpr size_t size = 32768;
alignas(16) uint8_t place[size + 64];
uintptr_t where;
struct stack during;

void handler(int) {
  volatile char local = 1;
  where = reinterpret_cast<uintptr_t>(&local);
  sys::sigaltstack(nullptr, &during);
}

void run(const char *name, uint64_t flags) {
  setup::on_signal(SIGUSR2, handler, flags);
  sys::kill(sys::getpid().pid(), SIGUSR2);
  auto begin = reinterpret_cast<uintptr_t>(place);
  report(label(name, ", place of a variable compared with the size"), compared(where - begin, uintptr_t{size}));
  report(label(name, ", state"), during);
}

} // namespace

void test() {
  __builtin_memset(place, poison, sizeof(place));
  const struct stack stack = {place, 0, size};
  run("SA_ONSTACK without a stack", SA_ONSTACK);
  report("sigaltstack", sys::sigaltstack(&stack, nullptr));
  run("SA_ONSTACK", SA_ONSTACK);
  report_poison("bytes behind the stack", place + size, 64);
  run("no flag", 0);
  struct stack after = {};
  sys::sigaltstack(nullptr, &after);
  report("afterwards", after);
  const struct stack none = {nullptr, SS_DISABLE, 0};
  report("sigaltstack with SS_DISABLE", sys::sigaltstack(&none, nullptr));
  run("SA_ONSTACK with the stack disabled", SA_ONSTACK);
}

// While a handler runs, its siginfo belongs to it alone. A nested handler has another one, and
// writing to it does no harm.
// Covers: signals siginfo memory
#include "wali/test.h"

namespace {

siginfo *outer, *inner;
int changed, outer_signo;
uint8_t pattern[64];

void second(int, siginfo *info, void *) {
  inner = info;
  __builtin_memset(info, 0xff, sizeof(*info));
}

void first(int, siginfo *info, void *) {
  volatile uint8_t locals[64];
  for (size_t i = 0; i < sizeof(locals); ++i)
    locals[i] = pattern[i];
  outer = info;
  sys::kill(sys::getpid().pid(), SIGUSR2);
  outer_signo = info->si_signo;
  __builtin_memset(info, 0xee, sizeof(*info));
  sys::kill(sys::getpid().pid(), SIGUSR2);
  for (uint8_t byte : *reinterpret_cast<uint8_t (*)[sizeof(siginfo)]>(info))
    changed += byte != 0xee;
  for (size_t i = 0; i < sizeof(locals); ++i)
    changed += locals[i] != pattern[i];
}

} // namespace

void test() {
  for (size_t i = 0; i < sizeof(pattern); ++i)
    pattern[i] = static_cast<uint8_t>(i * 7 + 1);
  volatile uint8_t ours[64];
  for (size_t i = 0; i < sizeof(ours); ++i)
    ours[i] = pattern[i];
  setup::on_siginfo(SIGHUP, first);
  setup::on_siginfo(SIGUSR2, second);
  sys::kill(sys::getpid().pid(), SIGHUP);
  auto one = reinterpret_cast<uintptr_t>(outer), other = reinterpret_cast<uintptr_t>(inner);
  const uintptr_t distance = one < other ? other - one : one - other;
  report("distance of both, compared with 127", compared(distance, uintptr_t{127}));
  report("outer si_signo after the inner handler", Signal{outer_signo});
  report("changed bytes", changed);
  int differences = 0;
  for (size_t i = 0; i < sizeof(ours); ++i)
    differences += ours[i] != pattern[i];
  report("changed bytes of what was interrupted", differences);
}

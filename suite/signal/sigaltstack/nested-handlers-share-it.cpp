// If a second handler comes while the first is on the alternate stack, it runs below it there
// and leaves the first handler's variables alone.
// Covers: sigaltstack nested handlers
#include "wali/test.h"

namespace {

alignas(16) uint8_t place[65536];
uintptr_t outer, inner;
int changed;

void second(int) {
  volatile uint8_t bytes[1024];
  for (volatile uint8_t &byte : bytes)
    byte = 0xff;
  inner = reinterpret_cast<uintptr_t>(&bytes[0]);
}

void first(int) {
  volatile uint8_t bytes[512];
  for (volatile uint8_t &byte : bytes)
    byte = 0x11;
  outer = reinterpret_cast<uintptr_t>(&bytes[0]);
  sys::kill(sys::getpid().pid(), SIGUSR2);
  for (volatile uint8_t &byte : bytes)
    changed += byte != 0x11;
}

} // namespace

void test() {
  const struct stack stack = {place, 0, sizeof(place)};
  setup::require_zero("sigaltstack", sys::sigaltstack(&stack, nullptr));
  setup::on_signal(SIGHUP, first, SA_ONSTACK);
  setup::on_signal(SIGUSR2, second, SA_ONSTACK);
  for (int round = 0; round < 3; ++round) {
    outer = inner = 0;
    sys::kill(sys::getpid().pid(), SIGHUP);
    auto begin = reinterpret_cast<uintptr_t>(place);
    report("place of the first handler, compared with the size", compared(outer - begin, sizeof(place)));
    report("place of the second handler, compared with the size", compared(inner - begin, sizeof(place)));
    report("second place, compared with the first", compared(inner, outer));
    report("changed bytes of the first", changed);
  }
}

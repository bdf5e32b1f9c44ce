// The new stack and the old one may be the same structure: the new is read before the old is
// stored.
// Covers: sigaltstack stack and old stack in one place
#include "wali/test.h"

void test() {
  static uint8_t place[16384], other[8192];
  struct stack stack = {place, 0, sizeof(place)};
  setup::require_zero("sigaltstack", sys::sigaltstack(&stack, nullptr));
  stack = {other, 0, sizeof(other)};
  report("sigaltstack", sys::sigaltstack(&stack, &stack));
  report("old stack", stack);
  report("place", reinterpret_cast<uintptr_t>(place));
  report("ss_sp", reinterpret_cast<uintptr_t>(stack.ss_sp));
  report("sigaltstack, asked", sys::sigaltstack(nullptr, &stack));
  report("stack", stack);
}

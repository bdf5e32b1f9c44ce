// sigaltstack refuses unknown flags, sizes that are too small, and addresses outside memory. It
// then changes and writes nothing.
// Covers: sigaltstack EINVAL, ENOMEM, EFAULT
#include "wali/test.h"

void test() {
  static uint8_t place[65536];
  struct stack stack = {place, 0, 4096};
  setup::require_zero("sigaltstack", sys::sigaltstack(&stack, nullptr));
  Guarded<struct stack> old;
  stack = {place, 4, sizeof(place)};
  report("flags 4", sys::sigaltstack(&stack, &old));
  report_poison("old stack", old);
  stack = {place, SS_ONSTACK | SS_DISABLE, sizeof(place)};
  report("flags SS_ONSTACK|SS_DISABLE", sys::sigaltstack(&stack, &old));
  stack = {place, 0x40000000, sizeof(place)};
  report("flags 0x40000000", sys::sigaltstack(&stack, &old));
  stack = {place, 0, 2047};
  report("size 2047", sys::sigaltstack(&stack, &old));
  stack = {place, 0, 0};
  report("size 0", sys::sigaltstack(&stack, &old));
  auto *bad = static_cast<struct stack *>(setup::bad_address());
  report("stack outside of memory", sys::sigaltstack(bad, &old));
  report_poison("old stack", old);
  report("old stack outside of memory", sys::sigaltstack(nullptr, bad));
  report("sigaltstack", sys::sigaltstack(nullptr, &old));
  report("stack", *old);
}

// At first there is no alternate stack. sigaltstack returns one as it was set, and a disabled
// one without its size.
// Covers: sigaltstack old stack, SS_DISABLE, NULL
#include "wali/test.h"

namespace {

Guarded<struct stack> old;

void report_old(const char *name) {
  report(name, *old);
  report("ss_sp", reinterpret_cast<uintptr_t>(old->ss_sp));
  old.fill();
}

} // namespace

void test() {
  alignas(16) static uint8_t place[8192];
  struct stack stack = {place, 0, sizeof(place)};
  old.fill();
  report("place", reinterpret_cast<uintptr_t>(place));
  report("sigaltstack, only asked", sys::sigaltstack(nullptr, &old));
  report_old("at first");
  report("sigaltstack", sys::sigaltstack(&stack, &old));
  report_old("old stack");
  report("sigaltstack, only asked", sys::sigaltstack(nullptr, &old));
  report_old("stack");
  stack = {place + 16, SS_ONSTACK, 4096};
  report("sigaltstack with SS_ONSTACK", sys::sigaltstack(&stack, nullptr));
  report("sigaltstack, only asked", sys::sigaltstack(nullptr, &old));
  report_old("stack");
  stack = {setup::bad_address(), SS_DISABLE, 1};
  report("sigaltstack with SS_DISABLE", sys::sigaltstack(&stack, &old));
  report_old("old stack");
  report("sigaltstack, only asked", sys::sigaltstack(nullptr, &old));
  report("ss_flags", Flags{abi::sets::sigaltstack_flags, static_cast<uint32_t>(old->ss_flags)});
  report("ss_size", old->ss_size);
  report_walls("walls", old);
  report("both null", sys::sigaltstack(nullptr, nullptr));
}

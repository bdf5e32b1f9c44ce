// At first there is no alternate stack; one that is set comes back as it was
// given; one that is disabled loses its size.
// Covers: sigaltstack old stack, SS_DISABLE, NULL
#include "wali/test.h"

namespace {

Guarded<struct stack> old;

void report_old(const char *name, const void *place) {
  report(name, *old);
  report("ss_sp", label(old->ss_sp == nullptr ? "null" : old->ss_sp == place ? "the place given" : "another"));
  old.fill();
}

} // namespace

void test() {
  alignas(16) static uint8_t place[8192];
  struct stack stack = {place, 0, sizeof(place)};
  old.fill();
  report("sigaltstack, only asked", sys::sigaltstack(nullptr, &old));
  report_old("at first", place);
  report("sigaltstack", sys::sigaltstack(&stack, &old));
  report_old("old stack", place);
  report("sigaltstack, only asked", sys::sigaltstack(nullptr, &old));
  report_old("stack", place);
  stack = {place + 16, SS_ONSTACK, 4096};
  report("sigaltstack with SS_ONSTACK", sys::sigaltstack(&stack, nullptr));
  report("sigaltstack, only asked", sys::sigaltstack(nullptr, &old));
  report_old("stack", place + 16);
  stack = {setup::bad_address(), SS_DISABLE, 1};
  report("sigaltstack with SS_DISABLE", sys::sigaltstack(&stack, &old));
  report_old("old stack", place + 16);
  report("sigaltstack, only asked", sys::sigaltstack(nullptr, &old));
  report("ss_flags", Flags{abi::sets::sigaltstack_flags, static_cast<uint32_t>(old->ss_flags)});
  report("ss_size", old->ss_size);
  report_walls("walls", old);
  report("both null", sys::sigaltstack(nullptr, nullptr));
}

// SIG_DFL is 0 and SIG_IGN is -2, when they are set and when they are returned. An ignored signal
// does nothing, and one that is reset to SIG_DFL has its default effect.
// Covers: signals SIG_DFL, SIG_IGN
// Covers: rt_sigaction SIG_DFL, SIG_IGN
// Oracle: ABI.md, Signals
#include "wali/test.h"

void test() {
  k_sigaction action = {}, old = {};
  report("rt_sigaction, asked", sys::rt_sigaction(SIGUSR2, nullptr, &old, 8));
  report("handler at first", int64_t{static_cast<int32_t>(old.handler)});
  action.handler = static_cast<uintptr_t>(-2);
  report("rt_sigaction to -2", sys::rt_sigaction(SIGUSR2, &action, nullptr, 8));
  report("kill", sys::kill(sys::getpid().pid(), SIGUSR2));
  action.handler = 0;
  report("rt_sigaction to 0", sys::rt_sigaction(SIGUSR2, &action, &old, 8));
  report("handler before", int64_t{static_cast<int32_t>(old.handler)});
  Child child = setup::fork([] { sys::kill(sys::getpid().pid(), SIGUSR2); });
  report("child", child.wait());
}

// rt_sigaction returns known flags as they were given. Since Linux 5.11 it clears unknown flags,
// including the upper half. The mask comes back whole, except for SIGKILL and SIGSTOP.
// Covers: rt_sigaction flags, unknown flags, mask
#include "wali/test.h"

void test() {
  auto handler = [](int) {};
  for (uint64_t flag : {SA_NOCLDSTOP, SA_NOCLDWAIT, SA_ONSTACK, SA_RESTART, SA_NODEFER}) {
    k_sigaction action = setup::action(handler, flag, 0), old = {};
    setup::require_zero("rt_sigaction", sys::rt_sigaction(SIGUSR2, &action, nullptr, 8));
    sys::rt_sigaction(SIGUSR2, nullptr, &old, 8);
    report("given alone", Flags{abi::sets::sigaction_flags, old.flags & ~uint64_t{SA_RESTORER}});
  }
  constexpr sigset reserved = signal_bit(SIGSEGV) | signal_bit(SIGBUS) | signal_bit(SIGILL) | signal_bit(SIGFPE);
  k_sigaction action = setup::action(handler, ~uint64_t{0}, ~sigset{0});
  Guarded<k_sigaction> old;
  report("rt_sigaction with all bits", sys::rt_sigaction(SIGUSR2, &action, nullptr, 8));
  report("rt_sigaction", sys::rt_sigaction(SIGUSR2, nullptr, &old, 8));
  constexpr uint64_t known =
      SA_NOCLDSTOP | SA_NOCLDWAIT | SA_SIGINFO | SA_ONSTACK | SA_RESTART | SA_NODEFER | SA_RESETHAND;
  constexpr uint64_t expose_tagbits = 0x800; // known since Linux 5.11
  report("known flags", Flags{abi::sets::sigaction_flags, old->flags & known});
  report("unknown flags", Hex{old->flags & ~(known | expose_tagbits | SA_RESTORER)});
  report("missing from the mask", SignalSet{~old->mask & ~reserved});
  action = setup::action(handler, 0, uint64_t{0x8000000180000001});
  setup::require_zero("rt_sigaction", sys::rt_sigaction(SIGUSR2, &action, nullptr, 8));
  report("rt_sigaction", sys::rt_sigaction(SIGUSR2, nullptr, &old, 8));
  report("action", *old);
  report_walls("walls", old);
}

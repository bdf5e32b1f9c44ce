// rt_sigaction refuses signals that do not exist or cannot be caught, other sizes of a signal
// set, and addresses outside memory. It then neither changes nor writes an action.
// Covers: rt_sigaction EINVAL, EFAULT, sigsetsize, NULL action, NULL old action
#include "wali/test.h"

void test() {
  const k_sigaction handler = setup::action([](int) {}), standard = setup::action(SIG_DFL),
                    ignore = setup::action(SIG_IGN);
  const auto *bad_action = static_cast<const k_sigaction *>(setup::bad_address());
  Guarded<k_sigaction> old;
  report("signal 0", sys::rt_sigaction(0, &handler, &old, 8));
  report("signal 65", sys::rt_sigaction(65, &handler, &old, 8));
  report("signal -1", sys::rt_sigaction(-1, &handler, &old, 8));
  report("signal 65, only asked", sys::rt_sigaction(65, nullptr, &old, 8));
  report("SIGKILL, handler", sys::rt_sigaction(SIGKILL, &handler, &old, 8));
  report("SIGKILL, SIG_IGN", sys::rt_sigaction(SIGKILL, &ignore, &old, 8));
  report("SIGSTOP, handler", sys::rt_sigaction(SIGSTOP, &handler, &old, 8));
  report("SIGSTOP, SIG_DFL", sys::rt_sigaction(SIGSTOP, &standard, &old, 8));
  report("action outside of memory", sys::rt_sigaction(SIGUSR2, bad_action, &old, 8));
  report_poison("old action", old);
  for (size_t size : {0, 4, 7, 9, 16})
    report(label("sigsetsize ", size), sys::rt_sigaction(SIGUSR2, &handler, &old, size));
  report("sigsetsize 128, both null", sys::rt_sigaction(SIGUSR2, nullptr, nullptr, 128));
  report_poison("old action", old);
  report("old action outside of memory", sys::rt_sigaction(SIGUSR2, nullptr, const_cast<k_sigaction *>(bad_action), 8));
  report("both null", sys::rt_sigaction(SIGUSR2, nullptr, nullptr, 8));
  report("SIGUSR2, asked", sys::rt_sigaction(SIGUSR2, nullptr, &old, 8));
  report("SIGUSR2", *old);
  report("SIGKILL, asked", sys::rt_sigaction(SIGKILL, nullptr, &old, 8));
  report("SIGKILL", *old);
}

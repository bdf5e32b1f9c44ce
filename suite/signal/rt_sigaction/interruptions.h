// For suite/signal/rt_sigaction: a call that waits while a child interrupts it.
#pragma once

#include "wali/test.h"

// SIGUSR2 with a handler that does nothing but count its runs, and with SA_RESTART.
class Interruptions {
public:
  Interruptions() {
    runs_ = &setup::shared<int>();
    setup::on_signal(SIGUSR2, [](int) { __atomic_fetch_add(runs_, 1, __ATOMIC_SEQ_CST); }, SA_RESTART);
  }

  // In a child: signals the process that made this object until its handler has run three times more.
  void make() const {
    setup::sleep_ms(5); // by now the call most likely waits; the results are the same if not
    for (int before = so_far(); so_far() - before < 3; setup::sleep_ms(2))
      setup::require_zero("kill", sys::kill(process_, SIGUSR2));
  }

  int so_far() const { return __atomic_load_n(runs_, __ATOMIC_SEQ_CST); }

private:
  static inline int *runs_;
  const int process_ = sys::getpid().pid();
};

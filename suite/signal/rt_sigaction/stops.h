// For suite/signal/rt_sigaction: a child that waits in a call, and is stopped meanwhile.
#pragma once

#include "wali/test.h"

// Reports what a call returns that waits in a child, which is stopped and continued again and
// again until the wait is over; `end_wait` ends it if no stop did.
template <class Call, class End> void report_under_stops(const char *name, Call call, End end_wait) {
  struct Shared {
    Event ready, over, finish;
    Result result;
  };
  Shared &shared = setup::shared<Shared>();
  Child child = setup::fork([&] {
    shared.ready.set();
    shared.result = call();
    shared.over.set();
    shared.finish.wait();
  });
  int status = 0;
  shared.ready.wait();
  for (int i = 0; i < 500 && !shared.over.is_set(); ++i) {
    setup::require_zero("kill", sys::kill(child.pid(), SIGSTOP));
    setup::require_value("wait4", sys::wait4(child.pid(), &status, WUNTRACED, nullptr), child.pid());
    setup::require_zero("kill", sys::kill(child.pid(), SIGCONT));
    setup::require_value("wait4", sys::wait4(child.pid(), &status, WCONTINUED, nullptr), child.pid());
    setup::sleep_ms(2);
  }
  end_wait();
  shared.over.wait();
  report(name, shared.result);
  shared.finish.set();
  report("child", child.wait());
}

// With SA_RESTART a wait for a child goes on after the handler, as often as it runs, until
// the child has ended.
// Covers: rt_sigaction SA_RESTART
// Covers: wait4 SA_RESTART
#include "suite/signal/rt_sigaction/interruptions.h"

void test() {
  const Interruptions interruptions;
  Child child = setup::fork([&] {
    interruptions.make();
    return 5;
  });
  report("the child's id", child.pid());
  int status = 0;
  report("wait4", sys::wait4(-1, &status, 0, nullptr));
  report("status", WaitStatus{status});
  child.release();
  report("handler runs, compared with 2", compared(interruptions.so_far(), 2));
}

// SIGSTOP and SIGCONT to one thread stop and continue the whole process.
// Covers: tkill SIGSTOP, SIGCONT
#include "wali/test.h"

namespace {

volatile int *counter; // shared with the child

void wait_for_ever(void *) {
  for (;;)
    setup::sleep_ms(1000);
}

} // namespace

void test() {
  counter = &setup::shared<int>();
  int &tid = setup::shared<int>();
  Child child = setup::fork([&] {
    Thread thread(wait_for_ever);
    __atomic_store_n(&tid, thread.tid(), __ATOMIC_RELEASE);
    for (;;)
      *counter = *counter + 1;
  });
  while (__atomic_load_n(&tid, __ATOMIC_ACQUIRE) == 0 || *counter == 0)
    sys::sched_yield();
  int status = 0;
  report("tkill with SIGSTOP", sys::tkill(tid, SIGSTOP));
  setup::require_value("wait4", sys::wait4(child.pid(), &status, WUNTRACED, nullptr), child.pid());
  report("child", WaitStatus{status});
  const int before = *counter;
  setup::sleep_ms(20);
  report("counter of the main thread", before);
  report("counter 20 ms later", int{*counter});
  report("tkill with SIGCONT", sys::tkill(tid, SIGCONT));
  setup::require_value("wait4", sys::wait4(child.pid(), &status, WCONTINUED, nullptr), child.pid());
  report("child", WaitStatus{status});
}

// A stop stops all threads of the process until SIGCONT, even one that loops and makes no call.
// Covers: kill SIGSTOP, threads
#include "wali/test.h"

namespace {

volatile int *counter; // shared with the child

void count(void *) {
  for (;;)
    *counter = *counter + 1;
}

void await_counting() {
  int before = *counter;
  while (*counter == before)
    sys::sched_yield();
}

} // namespace

void test() {
  counter = &setup::shared<int>();
  Child child = setup::fork([] {
    Thread thread(count);
    for (;;)
      setup::sleep_ms(1000);
  });
  await_counting();
  int status = 0;
  child.kill(SIGSTOP);
  setup::require_value("wait4", sys::wait4(child.pid(), &status, WUNTRACED, nullptr), child.pid());
  report("child", WaitStatus{status});
  int before = *counter;
  setup::sleep_ms(20);
  report("counter", before);
  report("counter 20 ms later", int{*counter});
  child.kill(SIGCONT);
  await_counting();
  report("counter after SIGCONT, compared with before", compared(int{*counter}, before));
  child.kill(SIGTERM);
  report("child", child.wait());
}

// A child of fork has the thread that forked and no other, with memory as it
// was; it starts threads of its own.
// Covers: threads fork
// Covers: fork from one of several threads
#include "wali/test.h"

namespace {

volatile int counter;
volatile bool stop;
int status;

void count(void *) {
  while (!stop)
    counter = counter + 1;
}

int child() {
  int before = counter;
  setup::sleep_ms(20);
  int stood_still = counter == before;
  static int own;
  Thread thread([](void *) { own = 1; });
  thread.join();
  return stood_still * 10 + own;
}

void fork_here(void *) {
  Child forked = setup::fork(child);
  status = forked.wait().value;
}

} // namespace

void test() {
  Thread counting(count);
  while (counter == 0)
    sys::sched_yield();
  fork_here(nullptr);
  report("child of the main thread", WaitStatus{status});
  Thread forking(fork_here);
  forking.join();
  report("child of another thread", WaitStatus{status});
  int before = counter;
  while (counter == before)
    sys::sched_yield();
  stop = true;
  counting.join();
  report("counter here", compared(int{counter}, before));
}

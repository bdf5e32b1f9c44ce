// A child of fork has only the thread that called fork. It can start threads of its own.
// Covers: threads fork
// Covers: fork from one of several threads
#include "wali/test.h"

namespace {

volatile int counter;
volatile bool stop;
struct Seen {
  int counted, own;
};
Seen *seen;
int status;

void count(void *) {
  while (!stop)
    counter = counter + 1;
}

void child() {
  int before = counter;
  setup::sleep_ms(20);
  seen->counted = counter - before;
  Thread([](void *) { seen->own = 1; }).join();
}

void fork_here(void *) {
  Child forked = setup::fork(child);
  status = forked.wait().value;
}

void report_child(const char *name) {
  report(name, WaitStatus{status});
  report("what the other thread counted there", seen->counted);
  report("runs of the child's own thread", seen->own);
  *seen = {-1, -1};
}

} // namespace

void test() {
  seen = &setup::shared<Seen>();
  *seen = {-1, -1};
  Thread counting(count);
  while (counter == 0)
    sys::sched_yield();
  fork_here(nullptr);
  report_child("child of the main thread");
  Thread forking(fork_here);
  forking.join();
  report_child("child of another thread");
  int before = counter;
  while (counter == before)
    sys::sched_yield();
  stop = true;
  counting.join();
  report("counter here", compared(int{counter}, before));
}

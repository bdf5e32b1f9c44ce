// After a fork a word of private memory stays one word for the threads of the parent, though it
// writes to that memory. The child's copy is another word.
// Covers: futex fork, FUTEX_PRIVATE_FLAG
#include "wali/test.h"

namespace {

alignas(8) int words[2];
Result waits[2];

void wait_shared(void *) { waits[0] = sys::futex(words, FUTEX_WAIT, 0, nullptr, nullptr, 0); }
void wait_private(void *) { waits[1] = sys::futex(words, FUTEX_WAIT | FUTEX_PRIVATE_FLAG, 0, nullptr, nullptr, 0); }

void report_wakes(const char *name, Thread::Function wait, int flag) {
  struct Shared {
    Event woken, finish;
    Result wake;
  } &shared = setup::shared<Shared>();
  Thread thread(wait);
  setup::await_waiters(words, 1, flag);
  Child child = setup::fork([&] {
    shared.wake = sys::futex(words, FUTEX_WAKE | flag, 100, nullptr, nullptr, 0);
    shared.woken.set();
    shared.finish.wait();
  });
  shared.woken.wait();
  words[1] = 1; // gives the parent a copy of its own
  report(label(name, ", FUTEX_WAKE in the child"), shared.wake);
  report(label(name, ", FUTEX_WAKE in the parent"), sys::futex(words, FUTEX_WAKE | flag, 100, nullptr, nullptr, 0));
  shared.finish.set();
}

} // namespace

void test() {
  report_wakes("shared", wait_shared, 0);
  report_wakes("private", wait_private, FUTEX_PRIVATE_FLAG);
  report("shared, FUTEX_WAIT", waits[0]);
  report("private, FUTEX_WAIT", waits[1]);
}

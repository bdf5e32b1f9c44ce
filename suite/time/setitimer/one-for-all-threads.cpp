// The timers belong to the process: one that a thread set goes on when the thread has
// ended, and another thread is told its time.
// Covers: setitimer threads
#include "wali/test.h"

namespace {

Result set;

} // namespace

void test() {
  Thread([](void *) {
    const itimerval timer = {{7, 0}, {1000, 0}};
    set = sys::setitimer(ITIMER_REAL, &timer, nullptr);
  }).join();
  report("setitimer in a thread", set);
  const itimerval stop = {};
  itimerval old = {};
  report("setitimer in the main thread", sys::setitimer(ITIMER_REAL, &stop, &old));
  report("old interval", old.it_interval);
  report("old seconds compared with 500", compared(old.it_value.tv_sec, int64_t{500}));
}

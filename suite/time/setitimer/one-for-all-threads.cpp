// The timers belong to the process. A timer goes on when the thread that set it has ended, and another thread gets
// its remaining time.
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

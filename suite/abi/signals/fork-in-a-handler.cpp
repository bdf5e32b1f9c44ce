// A handler may fork: both processes return from it to what it interrupted, with
// the mask of before.
// Covers: signals fork in a handler
// Covers: fork in a handler
#include "wali/test.h"

namespace {

volatile int forked = -1;

void handler(int) { forked = sys::fork().pid(); }

// Is interrupted between two halves of its work.
int work() {
  volatile int values[20];
  int sum = 0;
  for (int i = 0; i < 20; ++i)
    values[i] = i;
  sys::kill(sys::getpid().pid(), SIGUSR2);
  for (int i = 0; i < 20; ++i)
    sum += values[i];
  return sum;
}

int blocked() {
  sigset mask = 0;
  sys::rt_sigprocmask(SIG_BLOCK, nullptr, &mask, 8);
  return mask == signal_bit(SIGHUP) ? 0 : 1;
}

} // namespace

void test() {
  setup::on_signal(SIGUSR2, handler);
  setup::set_mask(signal_bit(SIGHUP));
  int sum = work();
  if (forked == 0)
    leave(blocked() ? 1 : sum - 100);
  report("sum here", sum);
  report("another mask here", blocked());
  int status = 0;
  report("wait4 against the child's id", compared(sys::wait4(forked, &status, 0, nullptr).value, int64_t{forked}));
  report("child", WaitStatus{status});
}

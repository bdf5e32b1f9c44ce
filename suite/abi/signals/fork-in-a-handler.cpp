// If a handler forks, both processes return from it to the interrupted code, with the signal mask
// from before.
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

struct Seen {
  int sum;
  sigset mask;
};

// Works, and looks at the mask behind it.
Seen look() {
  Seen seen = {work(), 0};
  sys::rt_sigprocmask(SIG_BLOCK, nullptr, &seen.mask, 8);
  return seen;
}

void report_seen(const char *where, const Seen &seen) {
  report(label(where, ", sum"), seen.sum);
  report(label(where, ", mask"), SignalSet{seen.mask});
}

} // namespace

void test() {
  setup::on_signal(SIGUSR2, handler);
  setup::set_mask(signal_bit(SIGHUP));
  auto &in_child = setup::shared<Seen>();
  const Seen seen = look();
  if (forked == 0) {
    in_child = seen;
    leave(3);
  }
  int status = 0;
  report("fork", int{forked});
  report("wait4", sys::wait4(forked, &status, 0, nullptr));
  report("child", WaitStatus{status});
  report_seen("in the child", in_child);
  report_seen("in the parent", seen);
}

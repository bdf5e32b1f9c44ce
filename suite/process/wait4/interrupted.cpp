// A signal's handler interrupts the wait. With SA_RESTART the handler runs too, and the
// wait goes on until the child ends.
// Covers: wait4 EINTR, SA_RESTART
#include "wali/test.h"

namespace {

int runs, waited_for;

// By the tenth run the wait must have been interrupted; then the child ends.
void count(int) {
  if (++runs == 10)
    sys::kill(waited_for, SIGKILL);
}

// Waits for a child while signals come.
void wait_under_signals(const char *name, uint64_t flags) {
  waited_for = setup::split();
  for (; waited_for == 0;)
    setup::sleep_ms(1000);
  runs = 0;
  setup::on_signal(SIGUSR2, count, flags);
  Interrupter interrupter(SIGUSR2);
  const Result result = sys::wait4(waited_for, nullptr, 0, nullptr);
  const int seen = runs;
  report(label(name, ", fork"), waited_for);
  report(label(name, ", wait4"), result);
  report(label(name, ", runs of the handler"), seen);
}

} // namespace

void test() {
  wait_under_signals("no flags", 0);
  sys::kill(waited_for, SIGKILL);
  report("wait4 for its end", uninterrupted([] { return sys::wait4(waited_for, nullptr, 0, nullptr); }));
  wait_under_signals("SA_RESTART", SA_RESTART);
  report("wait4 again", sys::wait4(waited_for, nullptr, WNOHANG, nullptr));
}

// A signal's handler interrupts the wait; with SA_RESTART the wait goes on until
// the child ends.
// Covers: wait4 EINTR, SA_RESTART
#include "wali/test.h"

namespace {

int runs, waited_for;

// By the tenth run the wait must have been interrupted; then the child ends.
void count(int) {
  if (++runs == 10)
    sys::kill(waited_for, SIGKILL);
}

} // namespace

void test() {
  for (uint64_t flags : {uint64_t{0}, uint64_t{SA_RESTART}}) {
    Child child = setup::fork([] {
      for (;;)
        setup::sleep_ms(1000);
    });
    waited_for = child.pid();
    runs = 0;
    setup::on_signal(SIGUSR2, count, flags);
    Guarded<int> status;
    Result result;
    {
      Interrupter interrupter(SIGUSR2);
      result = sys::wait4(waited_for, &status, 0, nullptr);
    }
    const Line which = label(Flags{abi::sets::sigaction_flags, flags});
    report(label(which.text(), ": wait4 against the child"), compared(result.value, int64_t{waited_for}));
    report(label(which.text(), ": error"), Result{result.ok() ? 0 : result.value});
    if (result.ok())
      child.release();
  }
}

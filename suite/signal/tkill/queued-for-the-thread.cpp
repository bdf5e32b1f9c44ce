// A real-time signal that is sent to a thread three times runs its handler there three times, a
// standard signal once.
// Covers: tkill queued signals
#include "wali/test.h"

namespace {

int runs[NSIG + 1];
int64_t handler_tid[NSIG + 1];
Event sent;

void unblock(void *) {
  sent.wait();
  setup::set_mask(0);
}

} // namespace

void test() {
  setup::set_mask(signal_bit(SIGUSR2) | signal_bit(46));
  Thread thread(unblock);
  report("the thread", thread.tid());
  for (int signo : {SIGUSR2, 46}) {
    setup::on_signal(signo, [](int number) {
      ++runs[number];
      handler_tid[number] = sys::gettid().value;
    });
    for (int i = 0; i < 3; ++i)
      setup::require_zero("tkill", sys::tkill(thread.tid(), signo));
  }
  sent.set();
  thread.join();
  for (int signo : {SIGUSR2, 46}) {
    report(label(Signal{signo}, ", runs"), runs[signo]);
    report(label(Signal{signo}, ", gettid in the handler"), handler_tid[signo]);
  }
}

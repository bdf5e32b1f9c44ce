// rt_sigsuspend changes the mask of its own thread only. A signal to a process whose threads all block it is taken by
// the thread that waits in rt_sigsuspend with a mask that does not block it.
// Covers: rt_sigsuspend threads
#include "wali/test.h"

namespace {

int64_t handler_tid;
Result suspend;
Event ready;

void wait_for_signal(void *) {
  const sigset mask = ~signal_bit(SIGUSR2);
  ready.set();
  suspend = sys::rt_sigsuspend(&mask, 8);
}

} // namespace

void test() {
  setup::on_signal(SIGUSR2, [](int) { handler_tid = sys::gettid().value; });
  setup::block(SIGUSR2);
  Thread thread(wait_for_signal);
  ready.wait();
  report("kill", sys::kill(sys::getpid().pid(), SIGUSR2));
  thread.join();
  report("the thread that waits", thread.tid());
  report("gettid in the handler", handler_tid);
  report("rt_sigsuspend", suspend);
  sigset mask = 0;
  report("rt_sigprocmask", sys::rt_sigprocmask(SIG_BLOCK, nullptr, &mask, 8));
  report("our mask", SignalSet{mask});
  report("pending", setup::pending_signals());
}

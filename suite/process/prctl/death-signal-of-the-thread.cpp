// The parent-death signal comes when the thread that forked ends, though the other threads of
// its process go on, and names that process.
// Covers: prctl PR_SET_PDEATHSIG, threads, siginfo
#include "wali/test.h"

namespace {

siginfo seen;
Event forked, *ready;
siginfo *told;
int child;

void fork_and_end(void *) {
  child = setup::split();
  if (child == 0) {
    setup::block(SIGUSR2);
    setup::on_siginfo(SIGUSR2, [](int, siginfo *info, void *) { seen = *info; });
    setup::require_zero("prctl", sys::prctl(PR_SET_PDEATHSIG, SIGUSR2, 0, 0, 0));
    ready->set();
    const sigset others = ~signal_bit(SIGUSR2);
    setup::require_value("rt_sigsuspend", sys::rt_sigsuspend(&others, sizeof(others)), -EINTR);
    *told = seen;
    leave(7);
  }
  forked.set();
  ready->wait();
  sys::exit(0);
}

} // namespace

void test() {
  ready = &setup::shared<Event>();
  told = &setup::shared<siginfo>();
  setup::start_thread(fork_and_end);
  forked.wait();
  report("getpid", sys::getpid());
  report("fork", child);
  WaitStatus status = {0};
  report("wait4", sys::wait4(child, &status.value, 0, nullptr));
  report("status", status);
  report("si_signo", Signal{told->si_signo});
  report("si_pid", told->si_pid);
}

// Waits for time, for readiness and for signals end with -EINTR even where the
// handler has SA_RESTART.
// Covers: rt_sigaction SA_RESTART, EINTR all the same
// Covers: nanosleep EINTR
// Covers: clock_nanosleep EINTR
// Covers: poll EINTR
// Covers: ppoll EINTR
// Covers: select EINTR
// Covers: pselect6 EINTR
// Covers: epoll_pwait EINTR
#include "wali/test.h"

namespace {

int runs;

// A call that no signal ends is not to go on for ever.
void handler(int) {
  if (++runs == 100)
    leave(100);
}

void report_interrupted(const char *name, Result result) {
  report(name, result);
  runs = 0;
}

} // namespace

void test() {
  setup::on_signal(SIGUSR2, handler, SA_RESTART);
  Fd epoll = setup::epoll();
  SocketPair sockets = setup::socketpair();
  const timeval patience = {1000, 0};
  setup::require_zero("setsockopt",
                      sys::setsockopt(sockets.first, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof(patience)));
  const timespec long_time = {1000, 0};
  const sigset none = 0;
  epoll_event event;
  char byte;
  int word = 0;
  Interrupter interrupter(SIGUSR2);
  report_interrupted("nanosleep", sys::nanosleep(&long_time, nullptr));
  report_interrupted("clock_nanosleep", sys::clock_nanosleep(CLOCK_MONOTONIC, 0, &long_time, nullptr));
  report_interrupted("poll", sys::poll(nullptr, 0, -1));
  report_interrupted("ppoll", sys::ppoll(nullptr, 0, nullptr, nullptr, 0));
  report_interrupted("select", sys::select(0, nullptr, nullptr, nullptr, nullptr));
  report_interrupted("pselect6", sys::pselect6(0, nullptr, nullptr, nullptr, nullptr, nullptr));
  report_interrupted("epoll_pwait", sys::epoll_pwait(epoll, &event, 1, -1, nullptr, 0));
  report_interrupted("rt_sigsuspend", sys::rt_sigsuspend(&none, 8));
  report_interrupted("recvfrom with SO_RCVTIMEO", sys::recvfrom(sockets.first, &byte, 1, 0, nullptr, nullptr));
  report_interrupted("futex with a timeout", sys::futex(&word, FUTEX_WAIT, 0, &long_time, nullptr, 0));
}

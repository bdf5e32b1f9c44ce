// A signal that F_SETSIG asked for carries the descriptor that became ready and
// what it is ready for.
// Covers: rt_sigaction SA_SIGINFO, si_band, si_fd
#include "wali/test.h"

void test() {
  constexpr int signo = SIGRTMIN + 5;
  static siginfo seen;
  setup::block(signo);
  setup::on_siginfo(signo, [](int, siginfo *info, void *) { seen = *info; });
  __builtin_memset(&seen, poison, sizeof(seen));
  SocketPair sockets = setup::socketpair();
  Fd watched(setup::require_fd("fcntl F_DUPFD", sys::fcntl(sockets.first, F_DUPFD, 40)));
  setup::require_zero("fcntl", sys::fcntl(watched, F_SETOWN, static_cast<uint32_t>(sys::getpid().pid())));
  setup::require_zero("fcntl", sys::fcntl(watched, F_SETSIG, signo));
  setup::set_status_flags(watched, O_RDWR | O_ASYNC);
  setup::write_all(sockets.second, "x");
  const sigset none = 0;
  report("rt_sigsuspend", sys::rt_sigsuspend(&none, 8));
  report("si_signo", Signal{seen.si_signo});
  report("si_code", seen.si_code); // POLL_IN
  report("si_band", Flags{abi::sets::poll_events, static_cast<uint64_t>(seen.si_band)});
  report("the descriptor", int{watched});
  report("si_fd", seen.si_fd);
}

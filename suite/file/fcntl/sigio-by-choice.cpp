// SIGIO that F_SETSIG chose carries the descriptor and the event, as any chosen signal does. SIGIO without F_SETSIG
// carries neither.
// Covers: fcntl F_SETSIG, SIGIO, si_code, si_fd
#include "wali/test.h"

namespace {

siginfo seen;

} // namespace

void test() {
  setup::block(SIGIO);
  setup::on_siginfo(SIGIO, [](int, siginfo *info, void *) { seen = *info; });
  Pipe pipe = setup::pipe();
  setup::require_zero("fcntl", sys::fcntl(pipe.read, F_SETOWN, static_cast<uint32_t>(sys::getpid().pid())));
  setup::set_status_flags(pipe.read, O_ASYNC);
  report("descriptor", int{pipe.read});
  const sigset none = 0;
  for (int signo : {0, SIGIO}) {
    report(label("F_SETSIG ", signo), sys::fcntl(pipe.read, F_SETSIG, static_cast<uint32_t>(signo)));
    __builtin_memset(&seen, 0, sizeof(seen));
    setup::write_all(pipe.write, "!");
    report("rt_sigsuspend", sys::rt_sigsuspend(&none, sizeof(none)));
    report("si_signo", Signal{seen.si_signo});
    report("si_code", seen.si_code); // SI_KERNEL, POLL_IN
    report("si_fd", seen.si_fd);
    char byte; // Before Linux 5.14 only input to an empty pipe sends the signal.
    setup::require_value("read", sys::read(pipe.read, &byte, 1), 1);
  }
}

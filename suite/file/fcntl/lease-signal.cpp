// F_SETSIG chooses the signal that is sent when a lease is broken, and its si_fd is the descriptor of the lease.
// Covers: fcntl F_SETSIG, F_SETLEASE, si_fd
#include "wali/test.h"

namespace {

constexpr int signo = SIGRTMIN + 6;
int count, fd;

} // namespace

void test() {
  setup::block(signo);
  setup::on_siginfo(signo, [](int, siginfo *info, void *) {
    ++count;
    fd = info->si_fd;
  });
  setup::write_file("file", "contents");
  Fd file = setup::open("file", O_RDONLY);
  report("descriptor", int{file});
  report("F_SETSIG", sys::fcntl(file, F_SETSIG, signo));
  report("F_SETLEASE", sys::fcntl(file, F_SETLEASE, F_RDLCK));
  setup::in_child([] { report("open by a child", sys::open("file", O_WRONLY | O_NONBLOCK, 0)); });
  report("pending", setup::pending_signals());
  setup::unblock(signo);
  report("signals", count);
  report("descriptor of the signal", fd);
}

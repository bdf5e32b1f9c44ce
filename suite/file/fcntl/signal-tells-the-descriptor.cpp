// With F_SETSIG a signal comes for each event, with the number of the descriptor that was made
// asynchronous, also after that is closed and only a copy is open.
// Covers: fcntl F_SETSIG, O_ASYNC, si_fd, realtime signal
#include "wali/test.h"

namespace {

constexpr int signo = SIGRTMIN + 6;
int seen[4], count;

void note(int, siginfo *info, void *) {
  seen[count % 4] = info->si_fd;
  ++count;
}

void make_asynchronous(int fd) {
  setup::require_zero("fcntl", sys::fcntl(fd, F_SETOWN, static_cast<uint32_t>(sys::getpid().pid())));
  setup::require_zero("fcntl", sys::fcntl(fd, F_SETSIG, signo));
  setup::set_status_flags(fd, O_ASYNC);
}

} // namespace

void test() {
  setup::block(signo);
  setup::on_siginfo(signo, note);
  Pipe first = setup::pipe(), second = setup::pipe();
  make_asynchronous(first.read);
  make_asynchronous(second.read);
  report("first", int{first.read});
  report("second", int{second.read});
  Fd copy = setup::duplicate(second.read);
  second.read.reset();
  setup::write_all(second.write, "!");
  setup::write_all(first.write, "!");
  setup::unblock(signo);
  report("signals", count);
  report("descriptor of the first signal", seen[0]);
  report("descriptor of the second signal", seen[1]);
  second.write.reset();
  report("the copy reads", setup::read_all(copy));
}

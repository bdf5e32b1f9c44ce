// A caught signal ends each call that blocks with -EINTR, where its handler
// has no SA_RESTART.
// Covers: rt_sigaction interrupted calls
// Covers: read EINTR
// Covers: write EINTR
// Covers: wait4 EINTR
// Covers: flock EINTR
// Covers: accept EINTR
// Covers: recvfrom EINTR
// Covers: futex EINTR
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
  setup::on_signal(SIGUSR2, handler);
  Pipe empty = setup::pipe(), full = setup::pipe(O_NONBLOCK);
  static char bytes[4096];
  setup::fill(full.write);
  setup::require_zero("fcntl", sys::fcntl(full.write, F_SETFL, 0));
  SocketPair sockets = setup::socketpair();
  setup::Listener listener = setup::tcp_listener();
  Fd locked = setup::open("file", O_RDWR | O_CREAT), waiting = setup::open("file", O_RDWR);
  setup::require_zero("flock", sys::flock(locked, LOCK_EX));
  flock all = {F_WRLCK, SEEK_SET, 0, 0, 0, 0, 0};
  setup::require_zero("fcntl", sys::fcntl(locked, F_OFD_SETLK, reinterpret_cast<uintptr_t>(&all)));
  int word = 0;
  Interrupter interrupter(SIGUSR2);
  report_interrupted("read", sys::read(empty.read, bytes, 1));
  report_interrupted("write", sys::write(full.write, bytes, sizeof(bytes)));
  report_interrupted("wait4", sys::wait4(-1, nullptr, 0, nullptr));
  report_interrupted("flock", sys::flock(waiting, LOCK_EX));
  report_interrupted("fcntl F_OFD_SETLKW", sys::fcntl(waiting, F_OFD_SETLKW, reinterpret_cast<uintptr_t>(&all)));
  report_interrupted("accept", sys::accept(listener.socket, nullptr, nullptr));
  report_interrupted("recvfrom", sys::recvfrom(sockets.first, bytes, 1, 0, nullptr, nullptr));
  report_interrupted("futex", sys::futex(&word, FUTEX_WAIT, 0, nullptr, nullptr, 0));
}

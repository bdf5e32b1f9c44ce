// O_ASYNC given to open or openat causes no signals. Given by fcntl to a descriptor that was opened without it, it
// does.
// Covers: open O_ASYNC
// Covers: openat O_ASYNC
#include "wali/test.h"

namespace {

void own(int fd) { setup::require_zero("fcntl", sys::fcntl(fd, F_SETOWN, static_cast<uint32_t>(sys::getpid().pid()))); }

template <class Open> void report_signals(const char *name, Open open) {
  const Result opened = open();
  report(name, opened);
  const Fd fifo(opened.fd());
  own(fifo);
  setup::write_all(fifo, "x");
  report("pending", setup::pending_signals());
  Fd other = setup::open("fifo", O_RDONLY | O_NONBLOCK);
  own(other);
  setup::set_status_flags(other, O_NONBLOCK | O_ASYNC);
  setup::write_all(fifo, "x");
  report("pending by fcntl", setup::pending_signals());
}

} // namespace

void test() {
  setup::block(SIGIO);
  setup::make_fifo("fifo");
  constexpr int flags = O_RDWR | O_NONBLOCK | O_ASYNC;
  setup::in_child([] { report_signals("open", [] { return sys::open("fifo", flags, 0); }); });
  setup::in_child([] { report_signals("openat", [] { return sys::openat(AT_FDCWD, "fifo", flags, 0); }); });
}

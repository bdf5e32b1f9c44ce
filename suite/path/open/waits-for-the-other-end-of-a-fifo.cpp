// Opening a FIFO waits until its other end is opened. A signal interrupts it.
// Covers: open EINTR, FIFO
// Covers: openat EINTR
#include "wali/test.h"

namespace {

int runs, other_end = -1;

// An open that goes on waiting for all that finds the other end in the end.
void handler(int) {
  if (++runs == 100)
    other_end = setup::open("fifo", O_RDWR).release();
}

// Nothing stays open, and the next open waits as long.
void report_open(const char *name, Result opened) {
  report(name, opened);
  report("times the handler ran", runs);
  sys::close(opened.fd());
  sys::close(other_end);
  runs = 0;
}

} // namespace

void test() {
  setup::make_fifo("fifo");
  setup::on_signal(SIGUSR2, handler);
  {
    Interrupter interrupter(SIGUSR2);
    report_open("open interrupted", sys::open("fifo", O_RDONLY, 0));
    report_open("openat interrupted", sys::openat(AT_FDCWD, "fifo", O_WRONLY, 0));
  }
  Child child = setup::fork([] {
    Fd writer = setup::open("fifo", O_WRONLY);
    setup::write_all(writer, "met");
  });
  Result reader = sys::open("fifo", O_RDONLY, 0);
  report("read", setup::read_all(reader.fd()));
  report("child", child.wait());
}

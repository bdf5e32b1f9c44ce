// A write that waits for room gives what it has written when the last reader is closed, with
// SIGPIPE. The next one gives EPIPE.
// Covers: write EPIPE, SIGPIPE, short count
#include "wali/test.h"

namespace {

volatile int signals;

} // namespace

void test() {
  setup::on_signal(SIGPIPE, [](int) { signals = signals + 1; });
  Pipe pipe = setup::pipe();
  setup::set_capacity(pipe.write, 4096);
  Child reader = setup::fork([&] {
    // Once the pipe is full the write has begun and cannot end.
    for (int held = 0; held < 4096; sys::sched_yield())
      setup::require_zero("ioctl", sys::ioctl(pipe.read, FIONREAD, &held));
  });
  pipe.read.reset();
  static char block[12288];
  report("write", sys::write(pipe.write, block, sizeof(block)));
  report("signals", signals);
  report("write then", sys::write(pipe.write, block, 1));
  report("signals", signals);
  report("reader", reader.wait());
}

// A write that has moved some bytes before the handler runs returns their number, even
// with SA_RESTART.
// Covers: rt_sigaction SA_RESTART, partial transfer
// Covers: write interrupted after some bytes
#include "wali/test.h"

void test() {
  static char bytes[65536 + 5000];
  setup::on_signal(SIGUSR2, [](int) {}, SA_RESTART);
  Pipe pipe = setup::pipe();
  setup::set_capacity(pipe.write, 65536);
  Interrupter interrupter(SIGUSR2);
  report("write", sys::write(pipe.write, bytes, sizeof(bytes)));
  int ready = 0;
  report("ioctl FIONREAD", sys::ioctl(pipe.read, FIONREAD, &ready));
  report("bytes in the pipe", ready);
}

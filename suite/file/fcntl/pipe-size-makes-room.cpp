// A pipe that is made larger lets a write go on that waits for room, and keeps what it holds.
// Covers: fcntl F_SETPIPE_SZ, writer that waits
#include "wali/test.h"

void test() {
  Pipe pipe = setup::pipe();
  setup::set_capacity(pipe.write, 4096);
  Child writer = setup::fork([&] {
    static char block[8192];
    __builtin_memset(block, 'w', sizeof(block));
    setup::require_value("write", sys::write(pipe.write, block, sizeof(block)), sizeof(block));
  });
  // Once the pipe is full the write has begun and cannot end.
  int held = 0;
  for (; held < 4096; sys::sched_yield())
    setup::require_zero("ioctl", sys::ioctl(pipe.read, FIONREAD, &held));
  report("bytes in the pipe", held);
  report("F_SETPIPE_SZ", sys::fcntl(pipe.read, F_SETPIPE_SZ, 8192));
  // From Linux 5.8 to 6.7 the writer may be woken before there is room, and then sleep again.
  report("F_SETPIPE_SZ again", sys::fcntl(pipe.read, F_SETPIPE_SZ, 8192));
  report("writer", writer.wait());
  setup::require_zero("ioctl", sys::ioctl(pipe.read, FIONREAD, &held));
  report("bytes in the pipe", held);
}

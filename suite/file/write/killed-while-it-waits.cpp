// A process that waits in a write for room can be killed. What it has written can be read, and then the pipe ends.
// Covers: write SIGKILL, pipe
#include "wali/test.h"

void test() {
  Pipe pipe = setup::pipe();
  setup::set_capacity(pipe.write, 4096);
  Child writer = setup::fork([&] {
    static char block[12288];
    sys::write(pipe.write, block, sizeof(block));
  });
  pipe.write.reset();
  // Once the pipe is full the write has begun and cannot end.
  for (int held = 0; held < 4096; sys::sched_yield())
    setup::require_zero("ioctl", sys::ioctl(pipe.read, FIONREAD, &held));
  writer.kill(SIGKILL);
  report("writer", writer.wait());
  static char block[8192];
  report("read", sys::read(pipe.read, block, sizeof(block)));
  report("read at the end", sys::read(pipe.read, block, sizeof(block)));
}

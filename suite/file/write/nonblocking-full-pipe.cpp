// With O_NONBLOCK a write to a full pipe gives EAGAIN. Up to 4096 bytes are written whole or not
// at all, and more bytes as far as there is room.
// Covers: write EAGAIN, O_NONBLOCK, PIPE_BUF, short count
#include "wali/test.h"

void test() {
  static char block[8192];
  __builtin_memset(block, 'b', sizeof(block));
  Pipe pipe = setup::pipe(O_NONBLOCK);
  setup::set_capacity(pipe.write, 8192);
  report("8192 bytes into the empty pipe", sys::write(pipe.write, block, 8192));
  report("one byte into the full pipe", sys::write(pipe.write, block, 1));
  setup::require_count("read", sys::read(pipe.read, block, 4096), 4096);
  report("8192 bytes where 4096 fit", sys::write(pipe.write, block, 8192));
  setup::require_count("read", sys::read(pipe.read, block, 4096), 4096);
  setup::require_value("write", sys::write(pipe.write, block, 4000), 4000);
  report("97 bytes where 96 fit", sys::write(pipe.write, block, 97));
  report("4096 bytes where 96 fit", sys::write(pipe.write, block, 4096));
  report("96 bytes where 96 fit", sys::write(pipe.write, block, 96));
  int available = 0;
  setup::require_zero("ioctl", sys::ioctl(pipe.read, FIONREAD, &available));
  report("bytes in the pipe", available);
}

// With O_NONBLOCK, reading an empty pipe gives EAGAIN while there is a writer, and end of file
// afterwards.
// Covers: read EAGAIN, O_NONBLOCK
#include "wali/test.h"

void test() {
  Pipe pipe = setup::pipe(O_NONBLOCK);
  GuardedBytes<8> buffer;
  report("read of nothing", sys::read(pipe.read, &buffer, 8));
  report_poison("buffer", buffer);
  setup::write_all(pipe.write, "abc");
  report("read", sys::read(pipe.read, &buffer, 8));
  report("buffer", buffer.bytes(3));
  report("read again", sys::read(pipe.read, &buffer, 8));
  pipe.write.reset();
  report("read with no writer", sys::read(pipe.read, &buffer, 8));
}

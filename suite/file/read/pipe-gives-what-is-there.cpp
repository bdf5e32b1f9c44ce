// A read of a pipe gives the bytes that are there, in order, without waiting for the full count.
// Other bytes stay for later reads, and the result is 0 once no writer is left.
// Covers: read pipe, short count, end of file
#include "wali/test.h"

void test() {
  Pipe pipe = setup::pipe();
  setup::write_all(pipe.write, "first");
  setup::write_all(pipe.write, "second");
  GuardedBytes<32> buffer;
  report("read of four", sys::read(pipe.read, &buffer, 4));
  report("buffer", buffer.bytes(4));
  report_poison("rest of the buffer", buffer.bytes().part(4).data, 28);
  report("read of thirty-two", sys::read(pipe.read, &buffer, 32));
  report("buffer", buffer.bytes(7));
  report_poison("rest of the buffer", buffer.bytes().part(7).data, 25);
  setup::write_all(pipe.write, "left");
  pipe.write.reset();
  report("read after the last writer closed", sys::read(pipe.read, &buffer, 32));
  report("buffer", buffer.bytes(4));
  buffer.fill();
  report("read at the end", sys::read(pipe.read, &buffer, 32));
  report_poison("buffer", buffer);
}

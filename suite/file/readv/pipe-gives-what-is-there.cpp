// readv of a pipe fills the vectors with what is there, without waiting for more.
// Covers: readv pipe, short count, EAGAIN
#include "wali/test.h"

void test() {
  Pipe pipe = setup::pipe(O_NONBLOCK);
  GuardedBytes<4> first, second, third;
  const iovec vector[] = {{&first, 4}, {&second, 4}, {&third, 4}};
  report("readv of nothing", sys::readv(pipe.read, vector, 3));
  report_poison("first", first);
  setup::write_all(pipe.write, "a\xff\x80");
  setup::write_all(pipe.write, "de");
  report("readv", sys::readv(pipe.read, vector, 3));
  report("first", first.bytes());
  report("second", second.bytes());
  report_poison("third", third);
}

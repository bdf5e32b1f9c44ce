// A write of no bytes to a pipe of packets succeeds and makes no packet.
// Covers: pipe2 O_DIRECT, count 0
#include "wali/test.h"

void test() {
  Pipe pipe = setup::pipe(O_DIRECT | O_NONBLOCK);
  char buffer[16] = {};
  report("write of nothing", sys::write(pipe.write, "", 0));
  report("read", sys::read(pipe.read, buffer, sizeof(buffer)));
  setup::write_all(pipe.write, "first");
  report("write of nothing", sys::write(pipe.write, "", 0));
  setup::write_all(pipe.write, "second");
  report("read", sys::read(pipe.read, buffer, sizeof(buffer)));
  report("read", sys::read(pipe.read, buffer, sizeof(buffer)));
  report("packet", Text(buffer, 6));
}

// A read of a pipe whose writer writes packets gives one of them, even if there is room for the next, which is there.
// Covers: read pipe, O_DIRECT
// Covers: pipe2 O_DIRECT
#include "wali/test.h"

void test() {
  Pipe pipe = setup::pipe(O_DIRECT);
  setup::write_all(pipe.write, "first");
  setup::write_all(pipe.write, "next");
  pipe.write.reset(); // so that no read waits for what another has taken
  for (const char *which : {"read of nine bytes", "read of nine more"}) {
    GuardedBytes<9> buffer;
    report(which, sys::read(pipe.read, &buffer, 9));
    report("buffer", buffer.bytes(4));
    report_poison("rest of the buffer", buffer.bytes().part(5).data, 4);
  }
}

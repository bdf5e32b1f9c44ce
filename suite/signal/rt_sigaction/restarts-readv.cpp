// With SA_RESTART a readv goes on after the handler, as often as it runs, until there are
// bytes.
// Covers: rt_sigaction SA_RESTART
// Covers: readv SA_RESTART
#include "suite/signal/rt_sigaction/interruptions.h"

void test() {
  const Interruptions interruptions;
  Pipe pipe = setup::pipe();
  char bytes[16];
  const iovec vector[] = {{bytes, 4}, {bytes + 4, 12}};
  Child child = setup::fork([&] {
    interruptions.make();
    setup::write_all(pipe.write, "scattered");
  });
  report("readv", sys::readv(pipe.read, vector, 2));
  report("bytes", Text(bytes, 9));
  report("child", child.wait());
  report("handler runs, compared with 2", compared(interruptions.so_far(), 2));
}

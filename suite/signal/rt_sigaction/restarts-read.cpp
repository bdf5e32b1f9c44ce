// With SA_RESTART a read goes on after the handler, as often as it runs, until there are bytes.
// Covers: rt_sigaction SA_RESTART
// Covers: read SA_RESTART
#include "suite/signal/rt_sigaction/interruptions.h"

void test() {
  const Interruptions interruptions;
  Pipe pipe = setup::pipe();
  char bytes[16];
  Child child = setup::fork([&] {
    interruptions.make();
    setup::write_all(pipe.write, "read");
  });
  report("read", sys::read(pipe.read, bytes, 16));
  report("bytes", Text(bytes, 4));
  report("child", child.wait());
  report("handler runs, compared with 2", compared(interruptions.so_far(), 2));
}

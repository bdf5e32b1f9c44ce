// With SA_RESTART an open of a FIFO goes on after the handler, as often as it runs, until
// somebody opens the other end.
// Covers: rt_sigaction SA_RESTART
// Covers: open SA_RESTART, FIFO
#include "suite/signal/rt_sigaction/interruptions.h"

void test() {
  const Interruptions interruptions;
  setup::make_fifo("fifo");
  Child child = setup::fork([&] {
    interruptions.make();
    setup::open("fifo", O_WRONLY);
  });
  const Result reader = sys::open("fifo", O_RDONLY, 0);
  report("open", reader);
  report("flags of its descriptor", setup::descriptor_flags(reader.fd()));
  report("handler runs, compared with 2", compared(interruptions.so_far(), 2));
}

// With SA_RESTART a writev goes on after the handler, as often as it runs, until there is
// room.
// Covers: rt_sigaction SA_RESTART
// Covers: writev SA_RESTART
#include "suite/signal/rt_sigaction/interruptions.h"

void test() {
  const Interruptions interruptions;
  Pipe full = setup::pipe(O_NONBLOCK);
  setup::fill(full.write);
  setup::set_status_flags(full.write, 0);
  static char bytes[4096];
  const iovec vector[] = {{bytes, 96}, {bytes + 96, 4000}};
  Child child = setup::fork([&] {
    interruptions.make();
    setup::require_value("read", sys::read(full.read, bytes, sizeof(bytes)), sizeof(bytes));
  });
  report("writev", sys::writev(full.write, vector, 2));
  report("child", child.wait());
  report("handler runs, compared with 2", compared(interruptions.so_far(), 2));
}

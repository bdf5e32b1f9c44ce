// As select, with nanoseconds: ready bits stay, the time left is written back.
// Covers: pselect6 readfds, timeout written back, EBADF
#include "wali/test.h"

void test() {
  Pipe pipe = setup::pipe();
  setup::write_all(pipe.write, "x");
  Guarded<fd_set> read;
  read->bits[0] = uint64_t{1} << pipe.read | 1;
  Guarded<timespec> timeout;
  *timeout = {300, 7};
  setup::require("dup3", sys::dup3(pipe.write, 0, 0)); // descriptor 0 is never readable
  report("pselect6", sys::pselect6(pipe.read + 1, &read, nullptr, nullptr, &timeout, nullptr));
  report("readable", Hex{read->bits[0]});
  report_poison("words behind", read->bits + 1, 120);
  report("seconds left against 301", compared(timeout->tv_sec, int64_t{301}));
  report("seconds left against 200", compared(timeout->tv_sec, int64_t{200}));
  report_walls("walls", timeout);
  fd_set closed = {};
  closed.bits[0] = uint64_t{1} << 50;
  report("closed descriptor", sys::pselect6(51, &closed, nullptr, nullptr, nullptr, nullptr));
}

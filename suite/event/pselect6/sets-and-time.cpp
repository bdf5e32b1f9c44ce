// pselect6 keeps the bits of what is ready, as select does, and writes back the time that
// is left.
// Covers: pselect6 readfds, timeout written back
#include "wali/test.h"

void test() {
  Pipe pipe = setup::pipe();
  setup::write_all(pipe.write, "x");
  Guarded<fd_set> read;
  read->bits[0] = uint64_t{1} << pipe.read | 1;
  Guarded<timespec> timeout;
  *timeout = {300, 500000000};
  setup::require_value("dup3", sys::dup3(pipe.write, 0, 0), 0); // descriptor 0 is never readable
  report("pselect6", sys::pselect6(pipe.read + 1, &read, nullptr, nullptr, &timeout, nullptr));
  report("readable", Hex{read->bits[0]});
  report_poison("words behind", read->bits + 1, 120);
  report("seconds left against 301", compared(timeout->tv_sec, int64_t{301}));
  report("seconds left against 200", compared(timeout->tv_sec, int64_t{200}));
  report("nanoseconds left against 0", compared(timeout->tv_nsec, int64_t{0}));
  report_walls("walls", timeout);
  *timeout = {0, 2000000};
  report("nothing to wait for", sys::pselect6(0, nullptr, nullptr, nullptr, &timeout, nullptr));
  report("left", *timeout);
  report_walls("walls", timeout);
}

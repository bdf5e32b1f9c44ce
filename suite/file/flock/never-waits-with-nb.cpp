// With LOCK_NB no attempt waits for a lock that another open holds, so no signal
// can interrupt one.
// Covers: flock LOCK_NB, EAGAIN, LOCK_NB under signals
#include "wali/test.h"

void test() {
  setup::write_file("file", "");
  setup::on_signal(SIGUSR2, [](int) {});
  Interrupter interrupter(SIGUSR2); // before the opens, which its child is not to share
  Fd holder = setup::open("file", O_RDONLY), other = setup::open("file", O_RDONLY);
  report("holder shared", sys::flock(holder, LOCK_SH | LOCK_NB));
  report("other exclusive", sys::flock(other, LOCK_EX | LOCK_NB));
  report("holder exclusive", sys::flock(holder, LOCK_EX | LOCK_NB));
  report("other shared", sys::flock(other, LOCK_SH | LOCK_NB));
}

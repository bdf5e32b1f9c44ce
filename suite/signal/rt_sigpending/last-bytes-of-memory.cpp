// The set may end where memory ends. A set that leaves memory is refused.
// Covers: rt_sigpending last valid byte, EFAULT
#include "wali/test.h"

void test() {
  setup::block(63);
  setup::require_zero("kill", sys::kill(sys::getpid().pid(), 63));
  uint8_t *last = setup::last_bytes(8);
  report("rt_sigpending", sys::rt_sigpending(reinterpret_cast<sigset *>(last), 8));
  report("set", Text(last, 8));
  report("set that leaves memory", sys::rt_sigpending(reinterpret_cast<sigset *>(last + 1), 8));
  report("shorter set in the last bytes", sys::rt_sigpending(reinterpret_cast<sigset *>(last + 5), 3));
}

// The structures may end where memory ends. One that leaves memory is refused.
// Covers: sigaltstack last valid byte, EFAULT
#include "wali/test.h"

void test() {
  static uint8_t place[16384];
  uint8_t *bytes = setup::last_bytes(sizeof(struct stack));
  auto *last = reinterpret_cast<struct stack *>(bytes), *beyond = reinterpret_cast<struct stack *>(bytes + 4);
  *last = {place, 0, sizeof(place)};
  report("stack in the last bytes", sys::sigaltstack(last, nullptr));
  __builtin_memset(bytes, poison, sizeof(*last));
  report("old stack in the last bytes", sys::sigaltstack(nullptr, last));
  report("old stack", *last);
  report("stack that leaves memory", sys::sigaltstack(beyond, nullptr));
  report("old stack that leaves memory", sys::sigaltstack(nullptr, beyond));
}

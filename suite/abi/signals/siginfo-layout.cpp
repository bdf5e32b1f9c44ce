// The 128 bytes of siginfo have their fields where Linux has them. What the sender did not set is
// zero.
// Covers: signals siginfo layout
#include "wali/test.h"

namespace {

uint8_t bytes[128];

int32_t field(size_t offset) {
  int32_t value;
  __builtin_memcpy(&value, bytes + offset, sizeof(value));
  return value;
}

} // namespace

void test() {
  static_assert(sizeof(siginfo) == sizeof(bytes));
  setup::on_siginfo(SIGTERM, [](int, siginfo *info, void *) { __builtin_memcpy(bytes, info, sizeof(bytes)); });
  setup::require_zero("kill", sys::kill(sys::getpid().pid(), SIGTERM));
  report("0: signo", field(0));
  report("4: errno", field(4));
  report("8: code", field(8));
  report("getpid", sys::getpid());
  report("16: pid", field(16));
  report("getuid", sys::getuid());
  report("20: uid", field(20));
  uint8_t rest = 0;
  for (size_t i = 24; i < sizeof(bytes); ++i)
    rest |= bytes[i];
  report("bits found from 24 on", rest);
}

// Standard output holds the bytes that the program wrote and nothing else. The engine prints
// nothing at the start, about a trap, or about an exit status that is not 0.
// Covers: start standard output
// Output: raw
#include "wali/test.h"

void test() {
  report("standard output", "is this program's");
  // Nothing is required of fork: the engine's words are the matter here.
  int64_t pid = sys::fork().value;
  if (pid == 0)
    __builtin_trap();
  while (pid > 0 && sys::wait4(static_cast<int>(pid), nullptr, 0, nullptr).value == -EINTR) {
  }
  report("last line", "is this program's");
  sys::exit_group(7);
}

// A request of 256 bytes is satisfied whole, although handlers run all the while.
// Covers: getrandom length, signals
#include "wali/test.h"

namespace {

volatile int runs;

} // namespace

void test() {
  setup::on_signal(SIGUSR2, [](int) { runs = runs + 1; });
  Interrupter interrupter(SIGUSR2);
  uint8_t bytes[256];
  int64_t least = sizeof(bytes);
  while (runs < 50) {
    const int64_t got = sys::getrandom(bytes, sizeof(bytes), 0).value;
    least = got < least ? got : least;
  }
  report("the least that getrandom returned", Result{least});
}

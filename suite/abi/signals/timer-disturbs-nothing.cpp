// A timer that interrupts a computation every 300 microseconds, in loops, calls
// and copies, does not change its result.
// Covers: signals interruption anywhere
#include "wali/test.h"

namespace {

volatile int ticks;
uint8_t buffer[5000], copy[5000];

void handler(int) { ticks = ticks + 1; }

__attribute__((noinline)) uint64_t recurse(uint64_t value, int depth) {
  volatile uint64_t kept = value;
  if (depth == 0)
    return value;
  uint64_t below = recurse(value * 31 + 7, depth - 1);
  return below + (recurse(below ^ value, depth / 3 - 1 < 0 ? 0 : depth / 3 - 1) ^ kept);
}

uint64_t compute(int fd) {
  uint64_t result = 1;
  double fraction = 1;
  for (int round = 0; round < 20; ++round) {
    result = result * 1000003 + recurse(result, 9);
    fraction = fraction / 1.37 + static_cast<double>(result % 1000);
    for (size_t i = 0; i < sizeof(buffer); ++i)
      buffer[i] = static_cast<uint8_t>(result >> (i % 57));
    setup::require_value("pwrite64", sys::pwrite64(fd, buffer, sizeof(buffer), 0), sizeof(buffer));
    setup::require_count("pread64", sys::pread64(fd, copy, sizeof(copy), 0), sizeof(copy));
    for (uint8_t byte : copy)
      result = result * 33 + byte;
  }
  return result ^ static_cast<uint64_t>(fraction * 1000);
}

} // namespace

void test() {
  Fd file = setup::open("file", O_RDWR | O_CREAT);
  uint64_t undisturbed = compute(file);
  setup::on_signal(SIGALRM, handler, SA_RESTART);
  const itimerval often = {{0, 300}, {0, 300}}, never = {};
  setup::require_zero("setitimer", sys::setitimer(ITIMER_REAL, &often, nullptr));
  int others = 0;
  while (ticks < 200)
    others += compute(file) != undisturbed;
  setup::require_zero("setitimer", sys::setitimer(ITIMER_REAL, &never, nullptr));
  report("other results", others);
}

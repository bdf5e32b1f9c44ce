// A read of a semaphore that is 0 waits until something is added, and takes 1 of it.
// Covers: eventfd2 EFD_SEMAPHORE, waits
#include "wali/test.h"

void test() {
  Fd counter(sys::eventfd2(0, EFD_SEMAPHORE).fd());
  Child writer = setup::fork([&] {
    setup::sleep_ms(20); // until the other waits, most likely
    const uint64_t five = 5;
    setup::require_value("write", sys::write(counter, &five, 8), 8);
  });
  uint64_t value = 0;
  report("read at 0", sys::read(counter, &value, 8));
  report("value", value);
  report("writer", writer.wait());
  setup::set_status_flags(counter, O_NONBLOCK);
  int taken = 0;
  while (sys::read(counter, &value, 8).value == 8)
    taken += static_cast<int>(value);
  report("taken afterwards", taken);
}

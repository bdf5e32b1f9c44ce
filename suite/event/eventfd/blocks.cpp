// A read of an eventfd that is 0 waits until somebody adds to it. A write that would exceed
// the maximum waits until somebody has read.
// Covers: eventfd waits
// Covers: read eventfd
// Covers: write eventfd
#include "wali/test.h"

namespace {

uint64_t amount;
int counter;

// Adds to the counter, or takes what it has, in 20 ms: by then the other waits.
template <class Body> Child soon(Body body) {
  return setup::fork([=] {
    setup::sleep_ms(20);
    body();
  });
}

} // namespace

void test() {
  Fd eventfd(sys::eventfd(0).fd());
  counter = eventfd;
  Child writer = soon([] {
    amount = 7;
    sys::write(counter, &amount, 8);
  });
  report("read at 0", sys::read(counter, &amount, 8));
  report("value", amount);
  report("writer", writer.wait());
  amount = UINT64_MAX - 1;
  report("write of the maximum", sys::write(counter, &amount, 8));
  Child reader = soon([] { sys::read(counter, &amount, 8); });
  amount = 3;
  report("write beyond the maximum", sys::write(counter, &amount, 8));
  report("reader", reader.wait());
  report("read", sys::read(counter, &amount, 8));
  report("value", amount);
}

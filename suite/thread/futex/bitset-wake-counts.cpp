// FUTEX_WAKE_BITSET wakes at most as many waiters as it is asked for, and passes over those
// without its bits.
// Covers: futex FUTEX_WAKE_BITSET count
#include "wali/test.h"

namespace {

int word;
int bits[] = {1, 2, 1, 2, 1};

void wait(void *own) { sys::futex(&word, FUTEX_WAIT_BITSET, 0, nullptr, nullptr, *static_cast<int *>(own)); }

Result wake(int count, int with) { return sys::futex(&word, FUTEX_WAKE_BITSET, count, nullptr, nullptr, with); }

} // namespace

void test() {
  Thread threads[] = {{wait, &bits[0]}, {wait, &bits[1]}, {wait, &bits[2]}, {wait, &bits[3]}, {wait, &bits[4]}};
  setup::await_waiters(&word, 5);
  report("2 with bit 0", wake(2, 1));
  report("waiters", setup::waiters(&word));
  report("100 with bit 0", wake(100, 1));
  report("1 with bit 1", wake(1, 2));
  report("waiters", setup::waiters(&word));
  report("100 with both", wake(100, 3));
}

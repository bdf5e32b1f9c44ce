// FUTEX_WAKE_BITSET wakes only those waiters whose bits overlap with its own. FUTEX_WAIT waits
// with all bits.
// Covers: futex FUTEX_WAIT_BITSET, FUTEX_WAKE_BITSET
#include "wali/test.h"

namespace {

int word;

struct Waiter {
  int bits;
  int64_t result;
};

void wait_with_bits(void *pointer) {
  auto *waiter = static_cast<Waiter *>(pointer);
  waiter->result = sys::futex(&word, FUTEX_WAIT_BITSET, 0, nullptr, nullptr, waiter->bits).value;
}
void wait_with_all(void *) { sys::futex(&word, FUTEX_WAIT, 0, nullptr, nullptr, 0); }

Result wake(int bits) { return sys::futex(&word, FUTEX_WAKE_BITSET, 100, nullptr, nullptr, bits); }

} // namespace

void test() {
  static Waiter low = {1, -1}, middle = {6, -1}, high = {-2147483647 - 1, -1};
  Thread first(wait_with_bits, &low), second(wait_with_bits, &middle), third(wait_with_bits, &high),
      fourth(wait_with_all);
  setup::await_waiters(&word, 4);
  report("bits 0x80000000", wake(-2147483647 - 1));
  third.join();
  report("the waiter with bit 31", Result{high.result});
  fourth.join();
  report("bits 0x80000018", wake(-2147483647 - 1 + 0x18));
  report("bits 0xc", wake(0xc));
  second.join();
  report("the waiter with bits 0x6", Result{middle.result});
  report("waiters", setup::waiters(&word));
  report("FUTEX_WAKE", sys::futex(&word, FUTEX_WAKE, 100, nullptr, nullptr, 0));
  first.join();
  report("the waiter with bit 0", Result{low.result});
}

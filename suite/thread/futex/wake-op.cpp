// FUTEX_WAKE_OP changes the second word and wakes at the first. It wakes at the second word too
// if that word's old value passes the given comparison.
// Covers: futex FUTEX_WAKE_OP
#include "wali/test.h"

namespace {

enum Operation { set, add, set_bits, clear_bits, flip_bits, shift = 8 };
enum Comparison { equal, not_equal, less, less_or_equal, greater, greater_or_equal };

int words[2];
bool stop;

int encode(int operation, int argument, int comparison, int value) {
  return static_cast<int>(static_cast<unsigned>(operation) << 28 | static_cast<unsigned>(comparison & 15) << 24 |
                          (argument & 0xfffu) << 12 | (value & 0xfffu));
}

Result wake_op(int wake, size_t wake_second, int what) {
  return sys::futex(&words[0], FUTEX_WAKE_OP, wake, reinterpret_cast<void *>(wake_second), &words[1], what);
}

void report_change(const char *name, int operation, int argument) {
  words[1] = 0x65;
  report(name, wake_op(1, 1, encode(operation, argument, equal, 0)));
  report("second word", words[1]);
}

void wait_again_and_again(void *word) {
  while (!__atomic_load_n(&stop, __ATOMIC_ACQUIRE)) {
    int value = __atomic_load_n(static_cast<int *>(word), __ATOMIC_ACQUIRE);
    sys::futex(static_cast<int *>(word), FUTEX_WAIT, value, nullptr, nullptr, 0);
  }
}

// What a waiter at each word makes of old values 4, 5 and 6 compared with 5.
void report_comparison(const char *name, int comparison) {
  Line line;
  for (int old : {4, 5, 6}) {
    __atomic_store_n(&words[1], old, __ATOMIC_RELEASE);
    setup::await_waiters(&words[0], 1);
    setup::await_waiters(&words[1], 1);
    line << (old == 4 ? "" : " ") << wake_op(1, 1, encode(add, 0, comparison, 5)).value;
  }
  report(name, line);
}

} // namespace

void test() {
  report_change("set -2", set, -2);
  report_change("add 3", add, 3);
  report_change("set bits 0x12", set_bits, 0x12);
  report_change("clear bits 0x24", clear_bits, 0x24);
  report_change("flip bits 0x41", flip_bits, 0x41);
  report_change("set bit 10", set_bits | shift, 10);
  Thread first(wait_again_and_again, &words[0]), second(wait_again_and_again, &words[1]);
  report_comparison("woken, equal", equal);
  report_comparison("woken, not equal", not_equal);
  report_comparison("woken, less", less);
  report_comparison("woken, less or equal", less_or_equal);
  report_comparison("woken, greater", greater);
  report_comparison("woken, greater or equal", greater_or_equal);
  setup::await_waiters(&words[0], 1);
  setup::await_waiters(&words[1], 1);
  __atomic_store_n(&stop, true, __ATOMIC_RELEASE);
  report("woken in the end", wake_op(100, 100, encode(set, 1, not_equal, 1)));
}

// What futex refuses whatever the word's value.
// Covers: futex EINVAL, EFAULT, ENOSYS, EAGAIN
#include "wali/test.h"

namespace {

alignas(8) int words[2] = {7, -5};

} // namespace

void test() {
  auto futex = [](int *word, int operation, int value, const void *timeout = nullptr, int *second = words,
                  int third = -1) { return sys::futex(word, operation, value, timeout, second, third); };
  auto *odd = reinterpret_cast<int *>(reinterpret_cast<char *>(words) + 2);
  auto *bad = static_cast<int *>(setup::bad_address());
  const timespec negative = {-1, 0}, too_many = {0, 1000000000}, none = {0, 0};
  report("FUTEX_WAIT, another value", futex(words, FUTEX_WAIT, 8, &none));
  report("FUTEX_WAIT, negative value", futex(words + 1, FUTEX_WAIT, -5, &none));
  report("FUTEX_WAIT, odd address", futex(odd, FUTEX_WAIT, 7, &none));
  report("FUTEX_WAIT, bad address", futex(bad, FUTEX_WAIT, 7, &none));
  report("FUTEX_WAIT, private, bad address", futex(bad, FUTEX_WAIT | FUTEX_PRIVATE_FLAG, 7, &none));
  report("FUTEX_WAIT, negative time", futex(words, FUTEX_WAIT, 7, &negative));
  report("FUTEX_WAIT, 1000000000 ns", futex(words, FUTEX_WAIT, 7, &too_many));
  report("FUTEX_WAIT, bad timeout", futex(words, FUTEX_WAIT, 7, bad));
  report("FUTEX_WAKE, odd address", futex(odd, FUTEX_WAKE, 1));
  report("FUTEX_WAKE, bad address", futex(bad, FUTEX_WAKE, 1));
  report("FUTEX_WAKE, private, bad address", futex(bad, FUTEX_WAKE | FUTEX_PRIVATE_FLAG, 1));
  report("FUTEX_WAIT_BITSET, no bit", futex(words, FUTEX_WAIT_BITSET, 7, &none, words, 0));
  report("FUTEX_WAIT_BITSET, another value", futex(words, FUTEX_WAIT_BITSET, 8));
  report("FUTEX_WAKE_BITSET, no bit", futex(words, FUTEX_WAKE_BITSET, 1, nullptr, words, 0));
  report("FUTEX_REQUEUE, odd second address", futex(words, FUTEX_REQUEUE, 1, nullptr, odd));
  report("FUTEX_REQUEUE, bad second address", futex(words, FUTEX_REQUEUE, 1, nullptr, bad));
  report("FUTEX_REQUEUE, negative count", futex(words, FUTEX_REQUEUE, -1, nullptr, words + 1));
  report("FUTEX_REQUEUE, negative count to move",
         futex(words, FUTEX_REQUEUE, 1, reinterpret_cast<void *>(~uintptr_t{0}), words + 1));
  report("FUTEX_CMP_REQUEUE, another value", futex(words, FUTEX_CMP_REQUEUE, 1, nullptr, words + 1, 8));
  report("FUTEX_WAKE_OP, bad second address", futex(words, FUTEX_WAKE_OP, 1, nullptr, bad, 0));
  report("FUTEX_WAKE_OP, unknown operation", futex(words, FUTEX_WAKE_OP, 1, nullptr, words + 1, 0x70000000));
  report("FUTEX_FD", futex(words, FUTEX_FD, 0));
  report("operation 100", futex(words, 100, 0));
  report("operation -1", futex(words, -1, 0));
  report("FUTEX_WAKE by the real-time clock", futex(words, FUTEX_WAKE | FUTEX_CLOCK_REALTIME, 1));
  report("words", label(words[0], " ", words[1]));
}

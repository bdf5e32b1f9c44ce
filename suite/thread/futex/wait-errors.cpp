// FUTEX_WAIT refuses bad addresses, bad timeouts, and a value that the word does not
// have. Values are signed.
// Covers: futex FUTEX_WAIT, EAGAIN, EINVAL, EFAULT
#include "wali/test.h"

void test() {
  alignas(8) static int words[2] = {7, -5};
  auto *odd = reinterpret_cast<int *>(reinterpret_cast<char *>(words) + 2);
  auto *bad = static_cast<int *>(setup::bad_address());
  const timespec negative = {-1, 0}, too_many = {0, 1000000000}, none = {0, 0};
  auto wait = [](int *word, int value, const void *timeout, int flags = 0) {
    return sys::futex(word, FUTEX_WAIT | flags, value, timeout, nullptr, 0);
  };
  report("another value", wait(words, 8, &none));
  report("the value", wait(words, 7, &none));
  report("a negative value", wait(words + 1, -5, &none));
  report("odd address", wait(odd, 7, &none));
  report("bad address", wait(bad, 7, &none));
  report("bad address, private", wait(bad, 7, &none, FUTEX_PRIVATE_FLAG));
  report("timeout with -1 s", wait(words, 7, &negative));
  report("timeout with 1000000000 ns", wait(words, 7, &too_many));
  report("timeout at a bad address", wait(words, 7, bad));
}

// A handler ends FUTEX_WAIT_BITSET without time limit with EINTR. With SA_RESTART the wait begins
// anew, and finds the word changed.
// Covers: futex FUTEX_WAIT_BITSET, EINTR, SA_RESTART
#include "wali/test.h"

namespace {

int word;

} // namespace

void test() {
  for (uint64_t flags : {uint64_t{0}, uint64_t{SA_RESTART}}) {
    word = 0;
    report_under_signals(
        "FUTEX_WAIT_BITSET", flags, [] { __atomic_store_n(&word, 1, __ATOMIC_RELEASE); },
        [] { return sys::futex(&word, FUTEX_WAIT_BITSET, 0, nullptr, nullptr, -1); });
  }
}

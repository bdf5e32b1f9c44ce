// FUTEX_WAKE wakes a thread that waits on a word, and returns how many it woke. A wait
// for a value that the word does not have is refused.
// Covers: futex FUTEX_WAIT, FUTEX_WAKE, EAGAIN
#include "wali/test.h"

namespace {

struct Shared {
  int word;
  int64_t result;
  Event done;
};

void wait_on_word(void *pointer) {
  auto *shared = static_cast<Shared *>(pointer);
  shared->result = sys::futex(&shared->word, FUTEX_WAIT, 0, nullptr, nullptr, 0).value;
  shared->done.set();
}

} // namespace

void test() {
  static Shared shared;
  report("FUTEX_WAIT for another value", sys::futex(&shared.word, FUTEX_WAIT, 1, nullptr, nullptr, 0));
  report("FUTEX_WAKE without a waiter", sys::futex(&shared.word, FUTEX_WAKE, 1, nullptr, nullptr, 0));
  Thread thread(wait_on_word, &shared);
  Result woken;
  do
    woken = sys::futex(&shared.word, FUTEX_WAKE, 10, nullptr, nullptr, 0);
  while (woken.value == 0);
  report("FUTEX_WAKE", woken);
  shared.done.wait();
  report("FUTEX_WAIT in the thread", Result{shared.result});
}

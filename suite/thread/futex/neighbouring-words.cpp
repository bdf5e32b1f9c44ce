// Each word has waiters of its own, though words lie side by side: a wake at one leaves those of
// its neighbours alone.
// Covers: futex neighbouring words
#include "wali/test.h"

namespace {

int words[4];
Result waits[4];

void wait(void *pointer) {
  const auto mine = static_cast<size_t>(static_cast<int *>(pointer) - words);
  waits[mine] = sys::futex(&words[mine], FUTEX_WAIT, 0, nullptr, nullptr, 0);
}

} // namespace

void test() {
  Thread threads[] = {{wait, &words[0]}, {wait, &words[1]}, {wait, &words[2]}, {wait, &words[3]}};
  for (int &word : words)
    setup::await_waiters(&word, 1);
  report("FUTEX_WAKE at the second", sys::futex(&words[1], FUTEX_WAKE, 100, nullptr, nullptr, 0));
  threads[1].join();
  report("FUTEX_WAIT at the second", waits[1]);
  for (int &word : words)
    report("waiters", setup::waiters(&word));
  for (size_t i : {size_t{0}, size_t{2}, size_t{3}})
    report("FUTEX_WAKE", sys::futex(&words[i], FUTEX_WAKE, 100, nullptr, nullptr, 0));
}

// In a shared mapping waiters of another process are woken and counted.
// Covers: futex between processes
#include "wali/test.h"

namespace {

struct Shared {
  int words[2];
};

// Waits on the word; 5 when woken.
int wait_on(int *word) { return sys::futex(word, FUTEX_WAIT, 0, nullptr, nullptr, 0).value == 0 ? 5 : 6; }

} // namespace

void test() {
  Shared &shared = setup::shared<Shared>();
  static int ours;
  Child first = setup::fork([&] { return wait_on(&shared.words[0]); });
  Child second = setup::fork([&] { return wait_on(&shared.words[0]); });
  setup::await_waiters(&shared.words[0], 2);
  report("FUTEX_WAKE of a word that is not shared", sys::futex(&ours, FUTEX_WAKE, 100, nullptr, nullptr, 0));
  report("FUTEX_WAKE, private",
         sys::futex(&shared.words[0], FUTEX_WAKE | FUTEX_PRIVATE_FLAG, 100, nullptr, nullptr, 0));
  report("FUTEX_CMP_REQUEUE",
         sys::futex(&shared.words[0], FUTEX_CMP_REQUEUE, 1, reinterpret_cast<void *>(1), &shared.words[1], 0));
  report("FUTEX_WAKE of the first word", sys::futex(&shared.words[0], FUTEX_WAKE, 100, nullptr, nullptr, 0));
  report("FUTEX_WAKE of the second word", sys::futex(&shared.words[1], FUTEX_WAKE, 100, nullptr, nullptr, 0));
  report("first child", first.wait());
  report("second child", second.wait());
}

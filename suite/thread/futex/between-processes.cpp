// In a shared mapping a wake reaches and counts the waiters of other processes.
// Covers: futex between processes
#include "wali/test.h"

namespace {

struct Shared {
  int words[2];
  Result waits[2];
};

} // namespace

void test() {
  Shared &shared = setup::shared<Shared>();
  shared.waits[0] = shared.waits[1] = {-1};
  static int ours;
  auto wait = [&](size_t child) {
    shared.waits[child] = sys::futex(&shared.words[0], FUTEX_WAIT, 0, nullptr, nullptr, 0);
  };
  Child first = setup::fork([&] { wait(0); }), second = setup::fork([&] { wait(1); });
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
  report("FUTEX_WAIT in the first child", shared.waits[0]);
  report("FUTEX_WAIT in the second child", shared.waits[1]);
}

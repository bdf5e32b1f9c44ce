// A stop and SIGCONT do not end FUTEX_WAIT: it goes on until it is woken.
// Covers: futex FUTEX_WAIT, SIGSTOP, SIGCONT
#include "wali/test.h"

namespace {

struct Shared {
  int word, over;
  Result wait;
};

} // namespace

void test() {
  Shared &shared = setup::shared<Shared>();
  Child child = setup::fork([&] {
    shared.wait = sys::futex(&shared.word, FUTEX_WAIT, 0, nullptr, nullptr, 0);
    __atomic_store_n(&shared.over, 1, __ATOMIC_RELEASE);
  });
  setup::await_waiters(&shared.word, 1);
  WaitStatus status = {0};
  child.kill(SIGSTOP);
  setup::require_value("wait4", sys::wait4(child.pid(), &status.value, WUNTRACED, nullptr), child.pid());
  report("child", status);
  child.kill(SIGCONT);
  setup::require_value("wait4", sys::wait4(child.pid(), &status.value, WCONTINUED, nullptr), child.pid());
  report("child", status);
  Result woken;
  do
    woken = sys::futex(&shared.word, FUTEX_WAKE, 1, nullptr, nullptr, 0);
  while (woken.value == 0 && __atomic_load_n(&shared.over, __ATOMIC_ACQUIRE) == 0);
  report("FUTEX_WAKE", woken);
  report("child", child.wait());
  report("FUTEX_WAIT in the child", shared.wait);
}

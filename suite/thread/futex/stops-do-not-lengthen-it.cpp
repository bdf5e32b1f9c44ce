// The relative time limit of FUTEX_WAIT counts from the call, however often the process is stopped
// and continued meanwhile: the wait ends while the stops go on, and not before its time.
// Covers: futex relative timeout, SIGSTOP, SIGCONT
#include "wali/test.h"

namespace {

struct Shared {
  int word, over;
  Result wait;
  timespec began, ended;
};

} // namespace

void test() {
  constexpr int most = 2000;
  Shared &shared = setup::shared<Shared>();
  Child child = setup::fork([&] {
    const timespec limit = {0, 100000000};
    shared.began = setup::now();
    shared.wait = sys::futex(&shared.word, FUTEX_WAIT, 0, &limit, nullptr, 0);
    shared.ended = setup::now();
    __atomic_store_n(&shared.over, 1, __ATOMIC_RELEASE);
    for (;;)
      setup::sleep_ms(1000);
  });
  int stops = 0, status = 0;
  for (; __atomic_load_n(&shared.over, __ATOMIC_ACQUIRE) == 0 && stops < most; ++stops) {
    child.kill(SIGSTOP);
    setup::require_value("wait4", sys::wait4(child.pid(), &status, WUNTRACED, nullptr), child.pid());
    child.kill(SIGCONT);
    setup::require_value("wait4", sys::wait4(child.pid(), &status, WCONTINUED, nullptr), child.pid());
    setup::sleep_ms(1);
  }
  report("stops until its end, compared with 2000", compared(stops, most));
  report("FUTEX_WAIT in the child", shared.wait);
  timespec earliest = {shared.began.tv_sec, shared.began.tv_nsec + 99999999};
  if (earliest.tv_nsec >= 1000000000)
    earliest = {earliest.tv_sec + 1, earliest.tv_nsec - 1000000000};
  report("its end, compared with 100 ms after its begin", compared(shared.ended, earliest));
}

// A handler without SA_RESTART ends the wait with EINTR. The child is still there, and can be
// waited for.
// Covers: wait4 EINTR
// Covers: rt_sigaction interrupted call
#include "wali/test.h"

namespace {

int child;

} // namespace

void test() {
  child = setup::split();
  for (; child == 0;)
    setup::sleep_ms(1000);
  // By the tenth run the wait must have been interrupted; if not, the child ends.
  report_under_signals(
      "wait4", 0, [] { sys::kill(child, SIGKILL); }, [] { return sys::wait4(child, nullptr, 0, nullptr); });
  sys::kill(child, SIGKILL);
  int status = 0;
  report("fork", child);
  report("wait4 for its end", uninterrupted([&] { return sys::wait4(child, &status, 0, nullptr); }));
  report("child", WaitStatus{status});
}

// The id 0 signals every process of the caller's own group, the caller too, and no
// process of another group.
// Covers: kill pid 0
#include "wali/test.h"

namespace {

struct Shared {
  Result suspend;
  int member_runs;
};

int runs;

// In a group of two processes: signals both.
void signal_own_group() {
  Shared &shared = setup::shared<Shared>();
  setup::require_zero("setpgid", sys::setpgid(0, 0));
  setup::block(SIGUSR2);
  Child member = setup::fork([&] {
    const sigset none = 0;
    shared.suspend = sys::rt_sigsuspend(&none, 8);
    shared.member_runs = runs;
  });
  report("kill", sys::kill(0, SIGUSR2));
  report("the caller's handler, while it blocks the signal", runs);
  setup::unblock(SIGUSR2);
  report("the caller's handler", runs);
  report("member", member.wait());
  report("the member's rt_sigsuspend", shared.suspend);
  report("the member's handler", shared.member_runs);
}

} // namespace

void test() {
  setup::on_signal(SIGUSR2, [](int) { ++runs; });
  setup::in_child(signal_own_group);
  report("the handler of another group", runs);
}

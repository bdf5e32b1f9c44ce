// A negative id signals every process of that group, 0 every one of the
// caller's own, and no process of another group.
// Covers: kill process group, pid 0
#include "wali/test.h"

namespace {

int runs;

int sleep_for_ever() {
  for (;;)
    setup::sleep_ms(1000);
}

// In a group of two processes: signals both.
int signal_own_group() {
  sys::setpgid(0, 0);
  setup::block(SIGUSR2);
  const sigset none = 0;
  Child member = setup::fork([&] { return sys::rt_sigsuspend(&none, 8).value == -EINTR ? runs : 9; });
  if (!sys::kill(0, SIGUSR2).ok())
    return 99;
  setup::unblock(SIGUSR2);
  return runs * 10 + (member.wait().value >> 8);
}

} // namespace

void test() {
  Child leader = setup::fork(sleep_for_ever), member = setup::fork(sleep_for_ever),
        stranger = setup::fork(sleep_for_ever);
  setup::require_zero("setpgid", sys::setpgid(leader.pid(), leader.pid()));
  setup::require_zero("setpgid", sys::setpgid(member.pid(), leader.pid()));
  report("kill of the group", sys::kill(-leader.pid(), SIGTERM));
  stranger.kill(SIGKILL);
  report("leader", leader.wait());
  report("member", member.wait());
  report("stranger", stranger.wait());
  setup::on_signal(SIGUSR2, [](int) { ++runs; });
  Child other = setup::fork(signal_own_group);
  report("the other group's handler runs, a digit a process", other.wait());
  report("our handler's runs", runs);
}

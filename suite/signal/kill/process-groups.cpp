// A negative id signals every process of that group, and no process of another group.
// Covers: kill process group
#include "wali/test.h"

namespace {

void sleep_for_ever() {
  for (;;)
    setup::sleep_ms(1000);
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
}

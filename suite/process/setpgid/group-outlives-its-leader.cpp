// A process group exists as long as a process is in it, though its leader has been waited for:
// others can join it and be signalled through it.
// Covers: setpgid group without its leader
#include "wali/test.h"

void test() {
  auto sleeper = [] {
    return setup::fork([] {
      for (;;)
        setup::sleep_ms(1000);
    });
  };
  Child leader = sleeper(), member = sleeper(), late = sleeper();
  const int group = leader.pid();
  report("fork of the leader", group);
  report("setpgid of the leader", sys::setpgid(group, group));
  report("setpgid of a member", sys::setpgid(member.pid(), group));
  leader.kill(SIGKILL);
  report("leader", leader.wait());
  report("setpgid of another", sys::setpgid(late.pid(), group));
  report("getpgid of the other", sys::getpgid(late.pid()));
  report("kill of the group", sys::kill(-group, SIGTERM));
  report("member", member.wait());
  report("the other", late.wait());
  report("kill of the group afterwards", sys::kill(-group, 0));
}

// A program that root executes does not have a capability that PR_CAPBSET_DROP has taken from the bounding set.
// Without CAP_KILL it may not signal another user's process.
// Covers: prctl PR_CAPBSET_DROP, execve
// Covers: execve capability bounding set
// REQUIRES: root
#include "wali/test.h"

namespace {

WaitStatus run_kill(const char *pid) {
  return setup::fork([=] {
           setup::require_value("dup3", sys::dup3(setup::open("/dev/null", O_WRONLY), 2, 0), 2);
           const char *const argv[] = {"sh", "-c", "kill -0 $0", pid, nullptr};
           blocked("execve", sys::execve("/bin/sh", argv, nullptr));
         })
      .wait();
}

} // namespace

void test() {
  constexpr int cap_kill = 5;
  auto &is_ready = setup::shared<Event>();
  Child other = setup::fork([&] {
    setup::become_ordinary();
    is_ready.set();
    for (;;)
      setup::sleep_ms(1000);
  });
  is_ready.wait();
  Line pid = label(other.pid());
  report("kill -0 at first", run_kill(pid.c_str()));
  report("PR_CAPBSET_DROP of CAP_KILL", sys::prctl(PR_CAPBSET_DROP, cap_kill, 0, 0, 0));
  report("kill -0 afterwards", run_kill(pid.c_str()));
  report("kill by the program itself", sys::kill(other.pid(), 0));
}

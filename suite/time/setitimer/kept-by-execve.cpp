// Each of the three timers stays set across execve: it ends a program that was executed
// and sleeps, or computes.
// Covers: setitimer execve
// Covers: execve timers
#include "wali/test.h"

namespace {

WaitStatus executed(int which, const char *command) {
  return setup::fork([&] {
           const itimerval soon = {{0, 0}, {0, 50000}};
           setup::require_zero("setitimer", sys::setitimer(which, &soon, nullptr));
           const char *const argv[] = {"sh", "-c", command, nullptr};
           blocked("execve", sys::execve("/bin/sh", argv, nullptr));
         })
      .wait();
}

} // namespace

void test() {
  report("ITIMER_REAL", executed(ITIMER_REAL, "exec sleep 1000"));
  report("ITIMER_VIRTUAL", executed(ITIMER_VIRTUAL, "while :; do :; done"));
  report("ITIMER_PROF", executed(ITIMER_PROF, "while :; do :; done"));
}

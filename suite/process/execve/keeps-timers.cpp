// Interval timers that count real time or processor time stay set across execve, and end the
// program that was executed before it ends by itself.
// Covers: execve timers
// Covers: setitimer execve
#include "wali/test.h"

namespace {

// What ends a shell with `command` that has 200 ms of `which`, and whose input ends 1.5 s after it
// was started.
WaitStatus executed(int which, const char *command) {
  Pipe executed = setup::pipe(O_CLOEXEC), input = setup::pipe(O_CLOEXEC);
  Child child = setup::fork([&] {
    setup::require_value("dup3", sys::dup3(input.read, 0, 0), 0);
    const itimerval soon = {{0, 0}, {0, 200000}};
    setup::require_zero("setitimer", sys::setitimer(which, &soon, nullptr));
    const char *const argv[] = {"sh", "-c", command, nullptr};
    blocked("execve", sys::execve("/bin/sh", argv, nullptr));
  });
  executed.write.reset();
  setup::read_all(executed.read); // ends when execve closes the other end
  setup::sleep_ms(1500);
  input.write.reset();
  return child.wait();
}

} // namespace

void test() {
  const char *loop = "i=0; while [ $i -lt 10000000 ]; do i=$((i+1)); done";
  report("ITIMER_REAL", executed(ITIMER_REAL, "read -r line"));
  report("ITIMER_VIRTUAL", executed(ITIMER_VIRTUAL, loop));
  report("ITIMER_PROF", executed(ITIMER_PROF, loop));
}

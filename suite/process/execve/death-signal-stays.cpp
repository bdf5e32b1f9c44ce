// A program that is executed with a parent-death signal is ended by it when its parent ends, and
// not by the end of its input afterwards.
// Covers: execve parent-death signal
// Covers: prctl PR_SET_PDEATHSIG, execve
#include "wali/test.h"

void test() {
  setup::require_zero("prctl", sys::prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0));
  Pipe executed = setup::pipe(O_CLOEXEC), input = setup::pipe(O_CLOEXEC);
  Child child = setup::fork([&] {
    if (setup::split() != 0) {
      executed.write.reset();
      setup::read_all(executed.read); // ends when execve closes the other end
      return;
    }
    setup::require_zero("prctl", sys::prctl(PR_SET_PDEATHSIG, SIGTERM, 0, 0, 0));
    setup::require_value("dup3", sys::dup3(input.read, 0, 0), 0);
    const char *const argv[] = {"cat", nullptr};
    blocked("execve", sys::execve("/bin/cat", argv, nullptr));
  });
  executed.write.reset();
  report("child", child.wait());
  input.write.reset();
  WaitStatus status = {0};
  report("wait4 of the orphan", sys::wait4(-1, &status.value, 0, nullptr));
  report("status", status);
}

// Timer slack and PR_SET_THP_DISABLE stay as they are across execve.
// Covers: prctl PR_SET_TIMERSLACK, PR_SET_THP_DISABLE, execve
// Covers: execve timer slack, transparent huge pages
#include "wali/test.h"

void test() {
  Pipe pipe = setup::pipe(O_CLOEXEC);
  Child child = setup::fork([&] {
    setup::require_zero("prctl", sys::prctl(PR_SET_TIMERSLACK, 123456, 0, 0, 0));
    setup::require_zero("prctl", sys::prctl(PR_SET_THP_DISABLE, 1, 0, 0, 0));
    setup::require_value("dup3", sys::dup3(pipe.write, 1, 0), 1);
    const char *const argv[] = {
        "grep", "-h", "-E", "^([0-9]|THP_enabled)", "/proc/self/timerslack_ns", "/proc/self/status", nullptr};
    blocked("execve", sys::execve("/bin/grep", argv, nullptr));
  });
  pipe.write.reset();
  report("output", setup::read_all(pipe.read));
  report("child", child.wait());
}

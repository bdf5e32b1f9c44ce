// PR_SET_NO_NEW_PRIVS stays set across execve.
// Covers: prctl PR_SET_NO_NEW_PRIVS, execve
// Covers: execve no_new_privs
#include "wali/test.h"

void test() {
  Pipe pipe = setup::pipe(O_CLOEXEC);
  Child child = setup::fork([&] {
    setup::require_zero("prctl", sys::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0));
    setup::require_value("dup3", sys::dup3(pipe.write, 1, 0), 1);
    const char *const argv[] = {"grep", "NoNewPrivs", "/proc/self/status", nullptr};
    blocked("execve", sys::execve("/bin/grep", argv, nullptr));
  });
  pipe.write.reset();
  report("output", setup::read_all(pipe.read));
  report("child", child.wait());
}

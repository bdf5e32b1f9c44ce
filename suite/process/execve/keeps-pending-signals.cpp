// Signals that wait stay over execve, those of the process as well as those of the thread.
// Covers: execve pending signals
// Covers: rt_sigpending execve
#include "wali/test.h"

void test() {
  Pipe pipe = setup::pipe(O_CLOEXEC);
  Child child = setup::fork([&] {
    setup::block(SIGHUP);
    setup::block(SIGUSR2);
    setup::require_zero("kill", sys::kill(sys::getpid().pid(), SIGHUP));
    setup::require_zero("tkill", sys::tkill(sys::gettid().pid(), SIGUSR2));
    setup::require_value("dup3", sys::dup3(pipe.write, 1, 0), 1);
    const char *const argv[] = {"grep", "Pnd:", "/proc/self/status", nullptr};
    blocked("execve", sys::execve("/bin/grep", argv, nullptr));
  });
  pipe.write.reset();
  report("pending in the executed program", setup::read_all(pipe.read));
  report("child", child.wait());
}

// A program that is executed has the pending signals of the process and of the thread that
// executed it.
// Covers: rt_sigpending execve
// Covers: execve pending signals
#include "wali/test.h"

void test() {
  Pipe pipe = setup::pipe(O_CLOEXEC);
  Child child = setup::fork([&] {
    setup::set_mask(signal_bit(SIGUSR2) | signal_bit(SIGTERM) | signal_bit(40));
    for (int signo : {SIGUSR2, 40})
      setup::require_zero("tkill", sys::tkill(sys::gettid().pid(), signo));
    setup::require_zero("kill", sys::kill(sys::getpid().pid(), SIGTERM));
    setup::require_value("dup3", sys::dup3(pipe.write, 1, 0), 1);
    const char *const argv[] = {"grep", "Pnd:", "/proc/self/status", nullptr};
    blocked("execve", sys::execve("/bin/grep", argv, nullptr));
  });
  pipe.write.reset();
  report("pending in the executed program", setup::read_all(pipe.read));
  report("child", child.wait());
}

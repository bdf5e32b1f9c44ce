// The controlling terminal and its foreground group stay across execve.
// Covers: execve controlling terminal
// REQUIRES: terminal
#include "wali/test.h"

void test() {
  Terminal tty = setup::terminal();
  Pipe pipe = setup::pipe(O_CLOEXEC);
  Child child = setup::fork([&] {
    setup::require_pid("setsid", sys::setsid());
    setup::require_zero("ioctl", sys::ioctl(tty.slave, TIOCSCTTY, nullptr));
    setup::require_value("dup3", sys::dup3(pipe.write, 1, 0), 1);
    const char *const argv[] = {
        "sh", "-c",
        "read -r pid name state parent group session tty foreground rest </proc/$$/stat; echo $tty $foreground",
        nullptr};
    blocked("execve", sys::execve("/bin/sh", argv, nullptr));
  });
  struct stat status = {};
  setup::require_zero("fstat", sys::fstat(tty.slave, &status));
  pipe.write.reset();
  report("device of the terminal", status.st_rdev);
  report("fork", child.pid());
  report("terminal and foreground group", setup::read_all(pipe.read));
  report("child", child.wait());
}

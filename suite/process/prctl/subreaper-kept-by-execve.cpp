// A subreaper that executes a program is still one: an orphan becomes its child.
// Covers: prctl PR_SET_CHILD_SUBREAPER, execve
// Covers: execve subreaper
#include "wali/test.h"

void test() {
  auto &parent = setup::shared<Result>();
  Pipe end = setup::pipe(O_CLOEXEC), executed = setup::pipe(O_CLOEXEC), told = setup::pipe(O_CLOEXEC);
  Child subreaper = setup::fork([&] {
    setup::require_zero("prctl", sys::prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0));
    const int child = setup::split();
    if (child == 0) {
      executed.write.reset();
      const int before = sys::getpid().pid();
      if (setup::split() == 0) {
        setup::await("getppid", sys::getppid, [=](Result now) { return now.value != before; });
        parent = sys::getppid();
        setup::write_all(told.write, "x");
        leave(0);
      }
      setup::read_all(executed.read); // ends when execve closes the other end
      leave(0);
    }
    setup::require_value("dup3", sys::dup3(end.read, 0, 0), 0);
    const char *const argv[] = {"cat", nullptr};
    blocked("execve", sys::execve("/bin/cat", argv, nullptr));
  });
  executed.write.reset();
  char byte;
  report("the orphan has told", sys::read(told.read, &byte, 1));
  report("fork", subreaper.pid());
  report("getppid of the orphan", parent);
  end.write.reset();
  report("child", subreaper.wait());
}

// The children of a process stay its own when it executes a program.
// Covers: execve children
// Covers: getppid execve
#include "wali/test.h"

void test() {
  auto &seen = setup::shared<Result>();
  Pipe executed = setup::pipe(O_CLOEXEC), told = setup::pipe(O_CLOEXEC), end = setup::pipe(O_CLOEXEC);
  Child child = setup::fork([&] {
    if (setup::split() == 0) {
      executed.write.reset();
      setup::read_all(executed.read); // ends when execve closes the other end
      seen = sys::getppid();
      setup::write_all(told.write, "x");
      leave(0);
    }
    setup::require_value("dup3", sys::dup3(end.read, 0, 0), 0);
    const char *const argv[] = {"cat", nullptr};
    blocked("execve", sys::execve("/bin/cat", argv, nullptr));
  });
  executed.write.reset();
  char byte;
  report("the child's child has told", sys::read(told.read, &byte, 1));
  report("fork", child.pid());
  report("getppid of the child's child", seen);
  end.write.reset();
  report("child", child.wait());
}

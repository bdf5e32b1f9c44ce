// A signal that was blocked before execve does not end the program that is executed: it waits there
// too.
// Covers: execve signal mask
// Covers: rt_sigprocmask execve
#include "wali/test.h"

void test() {
  Pipe executed = setup::pipe(O_CLOEXEC), input = setup::pipe(O_CLOEXEC);
  setup::block(SIGTERM);
  Child child = setup::fork([&] {
    setup::require_value("dup3", sys::dup3(input.read, 0, 0), 0);
    const char *const argv[] = {"sh", "-c", "read -r line; exit 7", nullptr};
    blocked("execve", sys::execve("/bin/sh", argv, nullptr));
  });
  executed.write.reset();
  report("bytes before execve", setup::read_all(executed.read)); // ends when execve closes the other end
  report("kill", sys::kill(child.pid(), SIGTERM));
  input.write.reset();
  report("child", child.wait());
}

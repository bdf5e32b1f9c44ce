// A parent can move its child into a group until the child has called execve.
// Covers: setpgid EACCES
#include "wali/test.h"

void test() {
  Pipe go = setup::pipe(), done = setup::pipe(O_CLOEXEC);
  Child child = setup::fork([&] {
    char byte;
    sys::read(go.read, &byte, 1);
    const char *const argv[] = {"sleep", "600", nullptr};
    sys::execve("/bin/sleep", argv, nullptr);
  });
  report("fork", child.pid());
  report("setpgid before execve", sys::setpgid(child.pid(), 0));
  report("getpgid of the child", sys::getpgid(child.pid()));
  setup::write_all(go.write, "x");
  done.write.reset();
  char byte;
  report("read, when execve has closed the pipe", sys::read(done.read, &byte, 1));
  report("setpgid after execve", sys::setpgid(child.pid(), sys::getpgid(0).pid()));
  report("getpgid of the child", sys::getpgid(child.pid()));
}

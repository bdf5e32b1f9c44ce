// A program that is executed by a process that leads neither its group nor its session stays in
// both.
// Covers: execve process group, session
// Covers: setpgid execve
// Covers: getsid execve
#include "wali/test.h"

void test() {
  Pipe pipe = setup::pipe(O_CLOEXEC);
  Child child = setup::fork([&] {
    setup::require_value("dup3", sys::dup3(pipe.write, 1, 0), 1);
    const char *const argv[] = {
        "sh", "-c", "read -r pid name state parent group session rest </proc/$$/stat; echo $group $session", nullptr};
    blocked("execve", sys::execve("/bin/sh", argv, nullptr));
  });
  pipe.write.reset();
  report("getpgid", sys::getpgid(0));
  report("getsid", sys::getsid(0));
  report("group and session", setup::read_all(pipe.read));
  report("child", child.wait());
}

// The program that is executed has the caller's process id, parent, process group and
// session.
// Covers: execve process id, parent, process group, session
// Covers: setpgid execve
// Covers: getsid execve
#include "wali/test.h"

void test() {
  Pipe pipe = setup::pipe(O_CLOEXEC);
  Child child = setup::fork([&] {
    setup::require_zero("setpgid", sys::setpgid(0, 0));
    setup::require_value("dup3", sys::dup3(pipe.write, 1, 0), 1);
    const char *const argv[] = {
        "sh", "-c", "read -r pid name state parent group session rest </proc/$$/stat; echo $$ $parent $group $session",
        nullptr};
    blocked("execve", sys::execve("/bin/sh", argv, nullptr));
  });
  pipe.write.reset();
  report("getpid", sys::getpid());
  report("getsid", sys::getsid(0));
  report("fork", child.pid());
  report("process, parent, group and session", setup::read_all(pipe.read));
  report("child", child.wait());
}

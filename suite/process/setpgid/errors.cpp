// setpgid refuses negative groups, groups of other sessions, children that have called
// execve, and processes that are not the caller's children.
// Covers: setpgid EINVAL, EPERM, ESRCH, EACCES
// Covers: getpgid ESRCH
// Covers: getsid ESRCH
#include "wali/test.h"

void test() {
  report("negative group", sys::setpgid(0, -1));
  report("no such process", sys::setpgid(0x7ffffff0, 0));
  report("a group that does not exist", sys::setpgid(0, 0x7ffffff0));
  report("getpgid of no process", sys::getpgid(0x7ffffff0));
  report("getsid of no process", sys::getsid(0x7ffffff0));
  report("getpgid of -1", sys::getpgid(-1));
  Child leader = setup::fork([] {
    sys::setsid();
    sys::kill(sys::getpid().pid(), SIGSTOP);
  });
  sys::wait4(leader.pid(), nullptr, WUNTRACED, nullptr);
  report("a child in another session", sys::setpgid(leader.pid(), 0));
  Pipe done = setup::pipe(O_CLOEXEC);
  Child executed = setup::fork([&] {
    const char *const argv[] = {"sleep", "600", nullptr};
    sys::execve("/bin/sleep", argv, nullptr);
  });
  done.write.reset();
  char byte;
  report("execve has closed the pipe", sys::read(done.read, &byte, 1));
  report("a child after execve", sys::setpgid(executed.pid(), 0));
}

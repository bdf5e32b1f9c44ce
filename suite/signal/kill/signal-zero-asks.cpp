// kill with signal 0 returns whether a process exists and sends nothing. A child that has ended exists until its
// parent has waited for it.
// Covers: kill signal 0, zombie
#include "wali/test.h"

void test() {
  static int runs;
  for (int signo = 1; signo <= 3; ++signo)
    setup::on_signal(signo, [](int) { ++runs; });
  Pipe held = setup::pipe();
  int pid = setup::split();
  if (pid == 0)
    leave(4);
  held.write.reset();
  report("bytes before the child's end", setup::read_all(held.read));
  report("ourselves", sys::kill(sys::getpid().pid(), 0));
  report("our group", sys::kill(0, 0));
  report("a child that has ended", sys::kill(pid, 0));
  report("SIGTERM to it", sys::kill(pid, SIGTERM));
  int status = 0;
  report("the child's id", pid);
  report("wait4", sys::wait4(pid, &status, 0, nullptr));
  report("child", WaitStatus{status});
  report("the child, waited for", sys::kill(pid, 0));
  report("runs", runs);
}

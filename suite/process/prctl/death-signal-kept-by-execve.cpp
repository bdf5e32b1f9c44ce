// A parent-death signal stays set across execve: it ends the program that was executed
// when its parent ends.
// Covers: prctl PR_SET_PDEATHSIG, execve
// Covers: execve parent-death signal
#include "wali/test.h"

void test() {
  setup::require_zero("prctl", sys::prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0));
  Pipe executed = setup::pipe();
  Child child = setup::fork([&] {
    const int parent = sys::getpid().pid();
    if (setup::split() == 0) {
      setup::require_zero("prctl", sys::prctl(PR_SET_PDEATHSIG, SIGTERM, 0, 0, 0));
      setup::require_value("getppid", sys::getppid(), parent);
      setup::require_value("dup3", sys::dup3(executed.write, 1, 0), 1);
      const char *const argv[] = {"sh", "-c", "echo; exec sleep 1000", nullptr};
      blocked("execve", sys::execve("/bin/sh", argv, nullptr));
    }
    char byte;
    setup::require_value("read", sys::read(executed.read, &byte, 1), 1);
  });
  report("child", child.wait());
  WaitStatus status = {0};
  report("wait4 of the orphan", sys::wait4(-1, &status.value, 0, nullptr));
  report("status", status);
}

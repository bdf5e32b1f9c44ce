// A program with the set-user-ID bit that changes the user has no parent-death signal, whatever
// the caller had: it goes on when its parent ends.
// Covers: execve set-user-ID, parent-death signal
// Covers: prctl PR_SET_PDEATHSIG, set-user-ID
// REQUIRES: root, set-id-files
#include "suite/process/execve/set_id.h"

void test() {
  copy_program("/bin/cat", "set-user-id");
  setup::chown("set-user-id", 1234, 0);
  setup::chmod("set-user-id", 04755);
  setup::require_zero("prctl", sys::prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0));
  Pipe executed = setup::pipe(O_CLOEXEC), end = setup::pipe(O_CLOEXEC);
  Child child = setup::fork([&] {
    if (setup::split() != 0) {
      executed.write.reset();
      setup::read_all(executed.read); // ends when execve closes the other end
      return;
    }
    setup::become_ordinary();
    setup::require_zero("prctl", sys::prctl(PR_SET_PDEATHSIG, SIGTERM, 0, 0, 0));
    setup::require_value("dup3", sys::dup3(end.read, 0, 0), 0);
    const char *const argv[] = {"cat", nullptr};
    blocked("execve", sys::execve("set-user-id", argv, nullptr));
  });
  executed.write.reset();
  report("child", child.wait());
  end.write.reset();
  WaitStatus status = {0};
  report("wait4 of the orphan", sys::wait4(-1, &status.value, 0, nullptr));
  report("status", status);
}

// If the end of a process orphans a process group in which a process is stopped, that group gets
// SIGHUP and SIGCONT.
// Covers: exit orphaned process group, SIGHUP, SIGCONT
#include "wali/test.h"

namespace {

struct Seen {
  int hangups, continues;
};

} // namespace

void test() {
  static Seen *seen;
  seen = &setup::shared<Seen>();
  setup::require_zero("prctl", sys::prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0));
  Child child = setup::fork([] { // in a session of its own, so that its end orphans the groups in it
    setup::require_pid("setsid", sys::setsid());
    const int stopped = setup::split();
    if (stopped == 0) {
      setup::on_signal(SIGHUP, [](int) { ++seen->hangups; });
      setup::on_signal(SIGCONT, [](int) { ++seen->continues; });
      setup::require_zero("setpgid", sys::setpgid(0, 0));
      sys::kill(sys::getpid().pid(), SIGSTOP);
      leave(7);
    }
    WaitStatus status = {0};
    setup::require_value("wait4", sys::wait4(stopped, &status.value, WUNTRACED, nullptr), stopped);
  });
  report("child", child.wait());
  WaitStatus status = {0};
  report("wait4 of the orphan", sys::wait4(-1, &status.value, 0, nullptr));
  report("status", status);
  report("SIGHUP", seen->hangups);
  report("SIGCONT", seen->continues);
}

// Without privilege kill cannot signal a process of another user, not even with signal 0. It may
// send SIGCONT within a session.
// Covers: kill EPERM, SIGCONT
// REQUIRES: root
#include "wali/test.h"

void test() {
  int parent = sys::getpid().pid();
  setup::in_child([=] {
    setup::require_zero("setuid", sys::setuid(65534));
    report("signal 0 to root's process", sys::kill(parent, 0));
    report("SIGTERM to root's process", sys::kill(parent, SIGTERM));
    report("SIGCONT to root's process", sys::kill(parent, SIGCONT));
    report("signal 0 to itself", sys::kill(sys::getpid().pid(), 0));
  });
}

// Without privilege a process of another user cannot be signalled, nor asked
// after; SIGCONT may pass within a session.
// Covers: kill EPERM, SIGCONT
// REQUIRES: root
#include "wali/test.h"

void test() {
  Result *results = &setup::shared<Result[4]>()[0];
  int parent = sys::getpid().pid();
  Child child = setup::fork([=] {
    setup::require_zero("setuid", sys::setuid(65534));
    results[0] = sys::kill(parent, 0);
    results[1] = sys::kill(parent, SIGTERM);
    results[2] = sys::kill(parent, SIGCONT);
    results[3] = sys::kill(sys::getpid().pid(), 0);
  });
  report("child", child.wait());
  report("signal 0 to root's process", results[0]);
  report("SIGTERM to root's process", results[1]);
  report("SIGCONT to root's process", results[2]);
  report("signal 0 to itself", results[3]);
}

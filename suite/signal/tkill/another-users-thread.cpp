// Without privilege a thread of another user's process cannot be signalled.
// Covers: tkill EPERM
// REQUIRES: root
#include "wali/test.h"

void test() {
  Result *results = &setup::shared<Result[3]>()[0];
  int parent = sys::gettid().pid();
  Child child = setup::fork([=] {
    setup::require_zero("setuid", sys::setuid(65534));
    results[0] = sys::tkill(parent, SIGTERM);
    results[1] = sys::tkill(parent, 0);
    results[2] = sys::tkill(sys::gettid().pid(), 0);
  });
  report("child", child.wait());
  report("SIGTERM to root's thread", results[0]);
  report("signal 0 to root's thread", results[1]);
  report("signal 0 to itself", results[2]);
}

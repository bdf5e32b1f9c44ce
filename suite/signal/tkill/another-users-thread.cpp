// Without privilege tkill cannot signal a thread of another user's process, not even with signal
// 0.
// Covers: tkill EPERM
// REQUIRES: root
#include "wali/test.h"

void test() {
  int parent = sys::gettid().pid();
  setup::in_child([=] {
    setup::require_zero("setuid", sys::setuid(65534));
    report("SIGTERM to root's thread", sys::tkill(parent, SIGTERM));
    report("signal 0 to root's thread", sys::tkill(parent, 0));
    report("signal 0 to itself", sys::tkill(sys::gettid().pid(), 0));
  });
}

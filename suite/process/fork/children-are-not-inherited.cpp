// A child has no children, whatever its parent has: it waits for none of them.
// Covers: fork children
// Covers: wait4 ECHILD, siblings
#include "wali/test.h"

void test() {
  const int sibling = setup::fork([] { return 5; }).release();
  setup::in_child([=] {
    report("wait4 of any child, in a child", sys::wait4(-1, nullptr, 0, nullptr));
    report("wait4 of its sibling", sys::wait4(sibling, nullptr, 0, nullptr));
    report("wait4 of its parent", sys::wait4(sys::getppid().pid(), nullptr, 0, nullptr));
    report("wait4 of itself", sys::wait4(sys::getpid().pid(), nullptr, 0, nullptr));
  });
  report("fork", sibling);
  WaitStatus status = {0};
  report("wait4", sys::wait4(-1, &status.value, 0, nullptr));
  report("status", status);
}

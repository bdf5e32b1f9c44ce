// tkill refuses ids that no thread can have, signals that do not exist, and threads that are
// gone. Signal 0 sends nothing.
// Covers: tkill EINVAL, ESRCH, signal 0
#include "wali/test.h"

void test() {
  int self = sys::gettid().pid();
  report("thread 0", sys::tkill(0, SIGTERM));
  report("thread -1", sys::tkill(-1, SIGTERM));
  report("our thread's id, negated", sys::tkill(-self, SIGTERM));
  report("signal 65", sys::tkill(self, 65));
  report("signal -1", sys::tkill(self, -1));
  Child child = setup::fork([] {});
  int pid = child.pid();
  report("child", child.wait());
  report("a child that is gone", sys::tkill(pid, SIGTERM));
  report("a child that is gone, signal 0", sys::tkill(pid, 0));
  report("ourselves, signal 0", sys::tkill(self, 0));
}

// Every thread of a process has the same process id, and kill finds the process by it. A child has
// the id that fork gave its parent, and its getppid is the parent's id.
// Covers: getpid value
// Covers: getppid value
#include "wali/test.h"

void test() {
  const Result self = sys::getpid();
  report("getpid", self);
  report("getpid again", sys::getpid());
  Thread([](void *) { report("in a thread, getpid", sys::getpid()); }).join();
  report("kill of it with 0", sys::kill(self.pid(), 0));
  auto &seen = setup::shared<Result[2]>();
  Child child = setup::fork([&] {
    seen[0] = sys::getpid();
    seen[1] = sys::getppid();
  });
  report("fork", child.pid());
  report("child", child.wait());
  report("in the child, getpid", seen[0]);
  report("in the child, getppid", seen[1]);
}

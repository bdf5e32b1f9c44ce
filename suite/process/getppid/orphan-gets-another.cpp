// When its parent has ended, a process gets its nearest ancestor that is a subreaper as
// its parent.
// Covers: getppid orphan
// Covers: prctl PR_SET_CHILD_SUBREAPER orphans
#include "wali/test.h"

void test() {
  Pipe ready = setup::pipe(), gone = setup::pipe();
  auto &seen = setup::shared<Result[2]>();
  setup::require_zero("prctl", sys::prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0));
  Child child = setup::fork([&] {
    if (setup::split() == 0) {
      char byte;
      seen[0] = sys::getppid();
      setup::write_all(ready.write, "x");
      gone.write.reset();
      sys::read(gone.read, &byte, 1); // until nobody holds the other end
      seen[1] = sys::getppid();
      setup::write_all(ready.write, "y");
      leave(0);
    }
    char byte;
    sys::read(ready.read, &byte, 1);
  });
  report("getpid", sys::getpid());
  report("fork", child.pid());
  report("child", child.wait());
  gone.write.reset();
  char byte;
  report("the grandchild has looked", sys::read(ready.read, &byte, 1));
  report("getppid at first", seen[0]);
  report("getppid afterwards", seen[1]);
}

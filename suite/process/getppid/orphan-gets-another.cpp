// When its parent has ended, a process has another parent.
// Covers: getppid orphan
#include "wali/test.h"

void test() {
  Pipe ready = setup::pipe(), gone = setup::pipe();
  auto &seen = setup::shared<int64_t[3]>();
  Child child = setup::fork([&] {
    seen[0] = sys::getpid().value;
    if (setup::split() == 0) {
      char byte;
      seen[1] = sys::getppid().value;
      setup::write_all(ready.write, "x");
      gone.write.reset();
      sys::read(gone.read, &byte, 1); // until nobody holds the other end
      seen[2] = sys::getppid().value;
      setup::write_all(ready.write, "y");
      leave(0);
    }
    char byte;
    sys::read(ready.read, &byte, 1);
  });
  report("child", child.wait());
  gone.write.reset();
  char byte;
  report("the grandchild has looked", sys::read(ready.read, &byte, 1));
  report("its parent at first against the child", compared(seen[1], seen[0]));
  report("its parent afterwards against the child", label(seen[2] == seen[0] ? "the same" : "another"));
}

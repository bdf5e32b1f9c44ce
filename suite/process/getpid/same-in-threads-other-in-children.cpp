// The id is the same at each asking, the one by which kill finds this process,
// and another in a child, which sees it as its parent's.
// Covers: getpid value
// Covers: getppid value
#include "wali/test.h"

void test() {
  int64_t self = sys::getpid().value;
  report("getpid again", compared(sys::getpid().value, self));
  report("getpid against 1", compared(self, int64_t{1}));
  report("kill of it with 0", sys::kill(static_cast<int>(self), 0));
  auto &seen = setup::shared<int64_t[2]>();
  Child child = setup::fork([&] {
    seen[0] = sys::getpid().value;
    seen[1] = sys::getppid().value;
  });
  int pid = child.pid();
  report("child", child.wait());
  report("its getpid against what fork gave", compared(seen[0], int64_t{pid}));
  report("its getppid against ours", compared(seen[1], self));
}

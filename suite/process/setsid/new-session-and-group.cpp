// A child that leads no group becomes the leader of a new session and of a new group in
// it. As a leader it cannot do so again.
// Covers: setsid success, EPERM
// Covers: getsid the caller
#include "wali/test.h"

void test() {
  auto &seen = setup::shared<Result[5]>();
  Child child = setup::fork([&] {
    seen[0] = sys::getsid(0);
    seen[1] = sys::setsid();
    seen[2] = sys::getsid(0);
    seen[3] = sys::getpgid(0);
    seen[4] = sys::setsid();
  });
  report("getsid", sys::getsid(0));
  report("fork", child.pid());
  report("child", child.wait());
  report("in the child, getsid at first", seen[0]);
  report("in the child, setsid", seen[1]);
  report("in the child, getsid", seen[2]);
  report("in the child, getpgid", seen[3]);
  report("in the child, setsid again", seen[4]);
}

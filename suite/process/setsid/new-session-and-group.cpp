// A child that is no group leader becomes leader of a session and a group of
// its own; a second time it is refused.
// Covers: setsid success, EPERM
// Covers: getsid another process
#include "wali/test.h"

void test() {
  auto &seen = setup::shared<int64_t[5]>();
  int64_t session = sys::getsid(0).value;
  Child child = setup::fork([&] {
    seen[0] = sys::getsid(0).value;
    seen[1] = sys::setsid().value;
    seen[2] = sys::getsid(0).value;
    seen[3] = sys::getpgid(0).value;
    seen[4] = sys::setsid().value;
  });
  int64_t pid = child.pid();
  report("child", child.wait());
  report("its session at first against ours", compared(seen[0], session));
  report("setsid against its id", compared(seen[1], pid));
  report("getsid against its id", compared(seen[2], pid));
  report("getpgid against its id", compared(seen[3], pid));
  report("setsid again", Result{seen[4]});
}

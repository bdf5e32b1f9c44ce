// A child is in its parent's session and process group. When it leaves them its parent
// stays.
// Covers: fork session, process group
// Covers: setsid fork
#include "wali/test.h"

void test() {
  setup::in_child([] { // leads no group, so that it may make a session
    report("setsid", sys::setsid());
    setup::in_child([] {
      report("getsid in the child", sys::getsid(0));
      report("getpgid in the child", sys::getpgid(0));
      report("setpgid in the child", sys::setpgid(0, 0));
    });
    report("getsid in the parent", sys::getsid(0));
    report("getpgid in the parent", sys::getpgid(0));
  });
}

// A process that leads a group cannot make a session, even if it does not lead one.
// Covers: setsid EPERM
#include "wali/test.h"

void test() {
  setup::in_child([] {
    report("getsid", sys::getsid(0));
    report("setpgid", sys::setpgid(0, 0));
    report("setsid", sys::setsid());
    report("getsid afterwards", sys::getsid(0));
  });
}

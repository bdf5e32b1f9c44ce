// With privilege setgid changes the real, the effective and the saved group id: a process that
// then gives up its user id cannot go back. Its parent does not change.
// Covers: setgid success
// REQUIRES: root
#include "wali/test.h"

void test() {
  setup::in_child([] {
    report("in the child, setgid", sys::setgid(2345));
    report("in the child, getgid", sys::getgid());
    report("in the child, getegid", sys::getegid());
    report("in the child, setresuid", sys::setresuid(1000, 1000, 1000));
    report("in the child, setgid to 0", sys::setgid(0));
    report("in the child, setresgid to 0 as saved id", sys::setresgid(-1, -1, 0));
    report("in the child, getegid afterwards", sys::getegid());
  });
  report("in the parent, getgid", sys::getgid());
  report("in the parent, getegid", sys::getegid());
}

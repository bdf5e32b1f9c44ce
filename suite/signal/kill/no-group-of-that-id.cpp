// A negative id means a group and no process. The negated id of a process that leads no group finds nobody until
// there is a group with that id.
// Covers: kill ESRCH, process group
#include "wali/test.h"

void test() {
  Child child = setup::fork([] {
    for (;;)
      setup::sleep_ms(1000);
  });
  report("signal 0 to the process", sys::kill(child.pid(), 0));
  report("signal 0 to a group of its id", sys::kill(-child.pid(), 0));
  report("SIGTERM to a group of its id", sys::kill(-child.pid(), SIGTERM));
  setup::require_zero("setpgid", sys::setpgid(child.pid(), child.pid()));
  report("SIGTERM to the group that it leads", sys::kill(-child.pid(), SIGTERM));
  report("child", child.wait());
}

// A signal to a group goes to those of its processes that the sender may signal. kill fails only when there is none.
// Covers: kill process group, EPERM
// REQUIRES: root
#include "wali/test.h"

namespace {

// A process of `group`, or the leader of a new one.
Child member_of(int group, bool ordinary) {
  Event &ready = setup::shared<Event>();
  Child child = setup::fork([&] {
    setup::require_zero("setpgid", sys::setpgid(0, group));
    if (ordinary)
      setup::become_ordinary();
    ready.set();
    for (;;)
      setup::sleep_ms(1000);
  });
  ready.wait();
  return child;
}

void report_signalled(const char *name, int group) {
  setup::in_child([=] {
    setup::become_ordinary();
    report(name, sys::kill(-group, SIGTERM));
  });
}

} // namespace

void test() {
  Child roots = member_of(0, false);
  report_signalled("group of root's process", roots.pid());
  Child anothers = member_of(roots.pid(), true);
  report_signalled("group of root's process and its own", roots.pid());
  report("its own", anothers.wait());
  report("root's, still there", sys::kill(roots.pid(), SIGKILL));
  report("root's", roots.wait());
}

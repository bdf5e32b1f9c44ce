// With 0 for both ids setpgid makes the caller the leader of a group of its own, from which it
// can go back to one that it was in. Its children stay where they are.
// Covers: setpgid 0, own group, children
#include "wali/test.h"

void test() {
  setup::in_child([] {
    auto &end = setup::shared<Event>();
    Child child = setup::fork([&] { end.wait(); });
    const Result group = sys::getpgid(0);
    report("getpid", sys::getpid());
    report("getpgid", group);
    report("setpgid of 0 to 0", sys::setpgid(0, 0));
    report("getpgid in its own group", sys::getpgid(0));
    report("getpgid of its child", sys::getpgid(child.pid()));
    report("setpgid to the old group", sys::setpgid(sys::getpid().pid(), group.pid()));
    report("getpgid afterwards", sys::getpgid(0));
    end.set();
    report("child", child.wait());
  });
}

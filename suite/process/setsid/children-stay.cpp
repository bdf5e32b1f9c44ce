// A process that makes a session is alone in it and in its process group. Its child stays in the old ones.
// Covers: setsid children
#include "wali/test.h"

void test() {
  report("getsid", sys::getsid(0));
  report("getpgid", sys::getpgid(0));
  setup::in_child([] {
    auto &end = setup::shared<Event>();
    Child child = setup::fork([&] { end.wait(); });
    report("setsid in a child", sys::setsid());
    report("getsid of the child's child", sys::getsid(child.pid()));
    report("getpgid of the child's child", sys::getpgid(child.pid()));
    end.set();
    report("child's child", child.wait());
  });
}

// A child's id is that of no process group and no session.
// Covers: fork process id, process group, session
#include "wali/test.h"

void test() {
  auto &end = setup::shared<Event>();
  Child child = setup::fork([&] { end.wait(); });
  report("fork", child.pid());
  report("kill of the group of that id", sys::kill(-child.pid(), 0));
  report("getpgid of the child", sys::getpgid(child.pid()));
  report("getsid of the child", sys::getsid(child.pid()));
  report("getpgid of the parent", sys::getpgid(0));
  report("getsid of the parent", sys::getsid(0));
  end.set();
  report("child", child.wait());
}

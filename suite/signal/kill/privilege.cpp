// Root signals processes of other users.
// Covers: kill privilege
// REQUIRES: root
#include "wali/test.h"

void test() {
  Event &ready = setup::shared<Event>();
  Child child = setup::fork([&] {
    setup::become_ordinary();
    ready.set();
    for (;;)
      setup::sleep_ms(1000);
  });
  ready.wait();
  report("signal 0", sys::kill(child.pid(), 0));
  report("SIGTERM", sys::kill(child.pid(), SIGTERM));
  report("child", child.wait());
}

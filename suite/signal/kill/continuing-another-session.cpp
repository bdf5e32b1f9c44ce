// Without privilege SIGCONT cannot go to another user's process in another session.
// Covers: kill EPERM, SIGCONT, session
// REQUIRES: root
#include "wali/test.h"

void test() {
  Event &ready = setup::shared<Event>();
  Child child = setup::fork([&] {
    setup::require_pid("setsid", sys::setsid());
    ready.set();
    for (;;)
      setup::sleep_ms(1000);
  });
  ready.wait();
  setup::in_child([&] {
    setup::become_ordinary();
    report("SIGCONT to the other session", sys::kill(child.pid(), SIGCONT));
    report("SIGCONT to our own", sys::kill(sys::getppid().pid(), SIGCONT));
  });
}

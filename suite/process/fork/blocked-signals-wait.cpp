// A signal that the parent blocks does not end a child before the child unblocks it itself.
// Covers: fork signal mask
#include "wali/test.h"

void test() {
  Event &sent = setup::shared<Event>();
  setup::block(SIGTERM);
  Child child = setup::fork([&] {
    sent.wait();
    return 6;
  });
  report("kill", sys::kill(child.pid(), SIGTERM));
  sent.set();
  report("child", child.wait());
  Child another = setup::fork([&] {
    setup::unblock(SIGTERM);
    for (;;)
      setup::sleep_ms(1000);
  });
  report("kill", sys::kill(another.pid(), SIGTERM));
  report("child that unblocks it", another.wait());
}

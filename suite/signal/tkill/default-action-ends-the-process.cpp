// A signal to one thread whose default action ends the process ends all of it, whichever
// thread it was sent to.
// Covers: tkill default action
#include "wali/test.h"

namespace {

void raise_sigterm(void *) { sys::tkill(sys::gettid().pid(), SIGTERM); }

} // namespace

void test() {
  Child child = setup::fork([] {
    Event never;
    Thread thread(raise_sigterm);
    never.wait();
  });
  report("child whose second thread raises SIGTERM", child.wait());
  Event &ready = setup::shared<Event>();
  Child other = setup::fork([&] {
    ready.set();
    for (;;)
      setup::sleep_ms(1000);
  });
  ready.wait();
  report("tkill of another process's thread", sys::tkill(other.pid(), SIGUSR2));
  report("that process", other.wait());
}

// exit_group in a second thread ends the whole process at once, even if the main thread sleeps in a
// call.
// Covers: exit_group threads
#include "wali/test.h"

void test() {
  Child child = setup::fork([] {
    static int ending;
    ending = setup::start_thread([](void *) { sys::exit_group(45); });
    setup::start_thread([](void *) { // sees to an end where only the first thread has one
      while (sys::tkill(ending, 0).value == 0)
        setup::sleep_ms(1);
      sys::kill(sys::getpid().pid(), SIGKILL);
    });
    setup::sleep_ms(600000);
    return 1;
  });
  report("child", child.wait());
}

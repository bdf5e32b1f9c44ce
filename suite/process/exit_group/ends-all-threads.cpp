// exit_group from a second thread ends the whole process at once, though the
// main thread sleeps in a call.
// Covers: exit_group threads
#include "wali/test.h"

void test() {
  Child child = setup::fork([] {
    Thread thread([](void *) { sys::exit_group(45); });
    setup::sleep_ms(600000);
    return 1;
  });
  report("child", child.wait());
}

// A parent moves its child into a group of the child's own, and another child into that
// group. getpgid shows both there, and a signal to the group reaches both.
// Covers: setpgid own group, another's group
// Covers: getpgid another process
// Covers: kill group
#include "wali/test.h"

void test() {
  auto sleeper = [] {
    return setup::fork([] {
      for (;;)
        setup::sleep_ms(1000);
    });
  };
  Child first = sleeper(), second = sleeper();
  report("getpgid", sys::getpgid(0));
  report("fork of the first", first.pid());
  report("getpgid of the first", sys::getpgid(first.pid()));
  report("setpgid of the first to 0", sys::setpgid(first.pid(), 0));
  report("getpgid of the first", sys::getpgid(first.pid()));
  report("getpgid of the second", sys::getpgid(second.pid()));
  report("setpgid of the second to the first's", sys::setpgid(second.pid(), first.pid()));
  report("getpgid of the second", sys::getpgid(second.pid()));
  report("kill of the group", sys::kill(-first.pid(), SIGTERM));
  report("first", first.wait());
  report("second", second.wait());
}

// A parent moves its child into a group of the child's own, and another child
// into that group; getpgid tells so from both sides.
// Covers: setpgid own group, another's group
// Covers: getpgid another process
#include "wali/test.h"

void test() {
  auto sleeper = [] {
    return setup::fork([] {
      for (;;)
        setup::sleep_ms(1000);
    });
  };
  Child first = sleeper(), second = sleeper();
  report("a child's group at first against ours", compared(sys::getpgid(first.pid()).value, sys::getpgid(0).value));
  report("setpgid to its own", sys::setpgid(first.pid(), 0));
  report("its group against its id", compared(sys::getpgid(first.pid()).value, int64_t{first.pid()}));
  report("setpgid of the second to that", sys::setpgid(second.pid(), first.pid()));
  report("its group against the first's id", compared(sys::getpgid(second.pid()).value, int64_t{first.pid()}));
  report("kill of the group", sys::kill(-first.pid(), SIGTERM));
  report("first", first.wait());
  report("second", second.wait());
}

// An alarm stays set across execve: it ends the program that was executed.
// Covers: alarm execve
// Covers: execve alarm
#include "wali/test.h"

void test() {
  Child child = setup::fork([] {
    sys::alarm(1);
    const char *const argv[] = {"sh", "-c", "exec sleep 1000", nullptr};
    blocked("execve", sys::execve("/bin/sh", argv, nullptr));
  });
  report("child", child.wait());
}

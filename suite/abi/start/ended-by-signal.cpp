// If a signal that a program did not catch kills it, the process that started it sees that it ended
// by that signal.
// Covers: start exit by signal
#include "wali/test.h"

void test() {
  report("kill with signal 0", sys::kill(sys::getpid().pid(), 0));
  sys::kill(sys::getpid().pid(), SIGTERM);
  report("still here", 1);
}

// A program killed by a signal that it did not catch ends by that signal, as
// whoever started it can see.
// Covers: start exit by signal
#include "wali/test.h"

void test() {
  report("kill of nobody", sys::kill(sys::getpid().pid(), 0));
  sys::kill(sys::getpid().pid(), SIGTERM);
  report("still here", 1);
}

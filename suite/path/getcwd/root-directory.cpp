// The path of the root is a slash. getcwd gives a path without the links and dots by which the
// directory was reached.
// Covers: getcwd path, root
#include "wali/test.h"

void test() {
  char buffer[256];
  setup::chdir("/");
  report("getcwd", sys::getcwd(buffer, sizeof(buffer)));
  report("path", Text(buffer, 2));
  setup::chdir("/proc/self/../sys/./../sys/kernel/../../..");
  report("getcwd", sys::getcwd(buffer, sizeof(buffer)));
  setup::chdir("/proc//sys/../sys/");
  report("getcwd", sys::getcwd(buffer, sizeof(buffer)));
  report("path", Text(buffer, 10));
}

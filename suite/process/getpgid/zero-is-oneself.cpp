// Process 0 stands for the caller, whose group a child inherits.
// Covers: getpgid 0
#include "wali/test.h"

void test() {
  int64_t group = sys::getpgid(0).value;
  report("getpgid of 0 against that of the id", compared(group, sys::getpgid(sys::getpid().pid()).value));
  report("getpgid against 0", compared(group, int64_t{0}));
  auto &seen = setup::shared<int64_t>();
  setup::fork([&] { seen = sys::getpgid(0).value; }).wait();
  report("a child's against it", compared(seen, group));
}

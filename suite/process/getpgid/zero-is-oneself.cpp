// Process 0 stands for the caller. A child is in its parent's process group.
// Covers: getpgid 0
#include "wali/test.h"

void test() {
  report("getpgid of 0", sys::getpgid(0));
  report("getpgid of the caller's id", sys::getpgid(sys::getpid().pid()));
  setup::in_child([] {
    report("in a child, getpgid of 0", sys::getpgid(0));
    report("in a child, getpgid of its id", sys::getpgid(sys::getpid().pid()));
  });
}

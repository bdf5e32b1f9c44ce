// fork of a child that exits at once, and wait4.
#include "harness/bench/measure.h"

void test() {
  bench::measure(4, [] {
    Result child = sys::fork();
    if (child.value == 0)
      sys::exit_group(0);
    int status;
    return child.ok() ? sys::wait4(child.pid(), &status, 0, nullptr) : child;
  });
}

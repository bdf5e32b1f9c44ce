// At the soft limit of processor time SIGXCPU comes, which ends the process by default.
// Covers: setrlimit RLIMIT_CPU
#include "wali/test.h"

void test() {
  Child child = setup::fork([] {
    setup::limit(RLIMIT_CPU, 1);
    for (volatile int spin = 0;;)
      spin = spin + 1;
  });
  report("child", child.wait());
}

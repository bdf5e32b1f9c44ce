// At the soft limit of processor time SIGXCPU comes, which ends the process by default.
// Covers: setrlimit RLIMIT_CPU
#include "wali/test.h"

void test() {
  Result &set = setup::shared<Result>();
  Child child = setup::fork([&] {
    const rlimit second = {1, 10};
    set = sys::setrlimit(RLIMIT_CPU, &second);
    while (setup::now(CLOCK_PROCESS_CPUTIME_ID).tv_sec < 4)
      ;
  });
  report("child", child.wait());
  report("setrlimit", set);
}

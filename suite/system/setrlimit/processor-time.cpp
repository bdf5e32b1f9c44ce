// At the soft limit of processor time SIGXCPU comes, which ends the process by default.
// Covers: setrlimit RLIMIT_CPU
#include "wali/test.h"

void test() {
  Result &set = setup::shared<Result>();
  Child child = setup::fork([&] {
    const rlimit second = {1, 10};
    set = sys::setrlimit(RLIMIT_CPU, &second);
    // The limit is about time counted in ticks, of which a busy machine loses some: the clock may be far ahead.
    while (setup::now(CLOCK_PROCESS_CPUTIME_ID).tv_sec < 30)
      ;
  });
  report("child", child.wait());
  report("setrlimit", set);
}

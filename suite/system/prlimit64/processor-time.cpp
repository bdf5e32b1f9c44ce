// At the soft limit of processor time that a process has set by prlimit64 SIGXCPU comes, which ends
// it by default.
// Covers: prlimit64 RLIMIT_CPU
#include "wali/test.h"

void test() {
  Result &set = setup::shared<Result>();
  Child child = setup::fork([&] {
    const rlimit second = {1, 10};
    set = sys::prlimit64(0, RLIMIT_CPU, &second, nullptr);
    // The limit is about time counted in ticks, of which a busy machine loses some: the clock may be far ahead.
    while (setup::now(CLOCK_PROCESS_CPUTIME_ID).tv_sec < 30)
      ;
  });
  report("child", child.wait());
  report("prlimit64", set);
}

// A child inherits the limit of processor time, which counts what the child computes itself: SIGXCPU ends it there, and
// not its parent.
// Covers: fork limits, RLIMIT_CPU
// Covers: setrlimit RLIMIT_CPU, fork
#include "wali/test.h"

namespace {

void compute(int seconds) {
  while (setup::now(CLOCK_PROCESS_CPUTIME_ID).tv_sec < seconds)
    ;
}

} // namespace

void test() {
  // In a child, since what has been computed so far would count here.
  setup::in_child([] {
    const rlimit seconds = {1, 10};
    report("setrlimit", sys::setrlimit(RLIMIT_CPU, &seconds));
    Child child = setup::fork([] { compute(5); });
    report("child", child.wait());
    rlimit limits = {};
    setup::require_zero("getrlimit", sys::getrlimit(RLIMIT_CPU, &limits));
    report("limits of the parent", limits);
  });
}

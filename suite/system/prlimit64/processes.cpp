// The RLIMIT_NPROC that a process sets for its own id keeps it from making another. A child that it
// has made before keeps its own limit, and makes one.
// Covers: prlimit64 RLIMIT_NPROC
// Covers: fork EAGAIN
#include "wali/test.h"

void test() {
  sys::setresuid(54321, 54321, 54321); // refused where there is only one id
  Event &set = setup::shared<Event>();
  Child child = setup::fork([&] {
    set.wait();
    return setup::fork([] { return 4; }).wait().value >> 8;
  });
  rlimit limits = {};
  const int self = sys::getpid().pid();
  setup::require_zero("prlimit64", sys::prlimit64(self, RLIMIT_NPROC, nullptr, &limits));
  limits.rlim_cur = 0;
  report("prlimit64", sys::prlimit64(self, RLIMIT_NPROC, &limits, nullptr));
  report("fork", sys::fork());
  set.set();
  report("child, of which a child exits with 4", child.wait());
}

// prlimit64 returns the limits of the process that it names, which are not the caller's.
// Covers: prlimit64 another process
#include "wali/test.h"

void test() {
  Event &set = setup::shared<Event>(), &asked = setup::shared<Event>();
  Child child = setup::fork([&] {
    const rlimit own = {77, 88};
    setup::require_zero("setrlimit", sys::setrlimit(RLIMIT_NOFILE, &own));
    set.set();
    asked.wait();
  });
  set.wait();
  Guarded<rlimit> limit;
  report("prlimit64", sys::prlimit64(child.pid(), RLIMIT_NOFILE, nullptr, &limit));
  report("the child's limit", *limit);
  report_walls("walls", limit);
  asked.set();
}

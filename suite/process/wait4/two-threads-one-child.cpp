// If two threads wait for one child, one of them gets its id, and the other -ECHILD.
// Covers: wait4 ECHILD, threads, one child
#include "wali/test.h"

namespace {

int pid;
Result told[2];

void wait_for_it(void *result) { *static_cast<Result *>(result) = sys::wait4(pid, nullptr, 0, nullptr); }

} // namespace

void test() {
  Event &end = setup::shared<Event>();
  pid = setup::fork([&] { end.wait(); }).release();
  report("fork", pid);
  Thread one(wait_for_it, &told[0]), other(wait_for_it, &told[1]);
  end.set();
  one.join();
  other.join();
  report("the two results and ECHILD, which is 10, added", told[0].value + told[1].value + 10);
  report("the two results, multiplied", told[0].value * told[1].value);
}

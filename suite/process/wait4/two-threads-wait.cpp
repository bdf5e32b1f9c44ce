// Two threads can wait for children at the same time. Each child is reported to one of them.
// Covers: wait4 threads
#include "wali/test.h"

namespace {

Result told[2];

void wait_for_any(void *result) { *static_cast<Result *>(result) = sys::wait4(-1, nullptr, 0, nullptr); }

} // namespace

void test() {
  Event &end = setup::shared<Event>();
  int pids[2];
  for (int &pid : pids) {
    pid = setup::fork([&] { end.wait(); }).release();
    report("fork", pid);
  }
  Thread one(wait_for_any, &told[0]), other(wait_for_any, &told[1]);
  end.set();
  one.join();
  other.join();
  report("the two ids told, added", told[0].value + told[1].value);
  report("wait4 afterwards", sys::wait4(-1, nullptr, 0, nullptr));
}

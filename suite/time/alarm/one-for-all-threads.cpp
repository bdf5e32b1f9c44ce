// The alarm belongs to the process. Another thread gets the time that is left of an alarm, and cancels it.
// Covers: alarm threads
#include "wali/test.h"

namespace {

Result set, left;

} // namespace

void test() {
  Thread([](void *) { set = sys::alarm(1000); }).join();
  report("alarm(1000) in a thread", set);
  report("alarm(500) in the main thread", sys::alarm(500));
  Thread([](void *) { left = sys::alarm(0); }).join();
  report("alarm(0) in another thread", left);
}

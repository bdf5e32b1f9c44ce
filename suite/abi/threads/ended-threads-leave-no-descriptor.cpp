// Threads that have ended leave no descriptor behind: the lowest free one is the same after a hundred
// threads, one after another and ten at a time.
// Covers: threads descriptors
#include "wali/test.h"

namespace {

void end(void *) {}

void report_lowest(const char *when) {
  Fd copy(sys::dup(0).fd());
  report(label("lowest free descriptor ", when), int{copy});
}

} // namespace

void test() {
  Thread(end).join(); // what an engine keeps for threads it may make with the first
  report_lowest("at first");
  for (int i = 0; i < 50; ++i)
    Thread(end).join();
  report_lowest("after fifty threads");
  for (int i = 0; i < 5; ++i)
    Thread threads[] = {end, end, end, end, end, end, end, end, end, end};
  report_lowest("after five times ten");
}

// Threads that have ended leave no descriptor behind: the lowest free one is the same after a hundred
// threads, one after another and ten at a time.
// Covers: threads descriptors
#include "wali/test.h"

namespace {

// Starts so many threads, and waits until the kernel knows none of them any more.
void run(int count) {
  int tids[10];
  for (int i = 0; i < count; ++i)
    tids[i] = setup::start_thread([](void *) { sys::exit(0); });
  for (int i = 0; i < count; ++i)
    setup::await_exit(tids[i]);
}

void report_lowest(const char *when) {
  report(label("lowest free descriptor ", when), setup::lowest_free_descriptor());
}

} // namespace

void test() {
  run(10); // what an engine keeps for threads it may make with the first
  report_lowest("at first");
  for (int i = 0; i < 50; ++i)
    run(1);
  report_lowest("after fifty threads");
  for (int i = 0; i < 5; ++i)
    run(10);
  report_lowest("after five times ten");
}

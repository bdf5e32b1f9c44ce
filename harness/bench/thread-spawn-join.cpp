// A thread on a stack of its own that ends at once, and waiting for it.
#include "harness/bench/measure.h"

void test() {
  bench::measure(4, [] {
    Thread thread([](void *) {});
    thread.join();
    return Result{thread.tid()};
  });
}

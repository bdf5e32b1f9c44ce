// A child has one thread, a copy of the one that forked. The other threads go on only in the
// parent.
// Covers: fork threads
#include "wali/test.h"

namespace {

volatile uint64_t counted;
Event stop;

void count(void *) {
  while (!stop.is_set()) {
    counted = counted + 1;
    sys::sched_yield();
  }
}

// How often the other thread counts until it has counted once, in at most so many tenths of a second.
uint64_t counts(int tenths) {
  const uint64_t before = counted;
  for (int i = 0; i < tenths && counted == before; ++i)
    setup::sleep_ms(100);
  return counted - before;
}

} // namespace

void test() {
  Thread other(count);
  setup::await(
      "sched_yield", [] { return Result{static_cast<int64_t>(counted)}; }, [](Result now) { return now.value > 0; });
  setup::in_child([] {
    report("counts in the child", counts(1));
    report("gettid in the child", sys::gettid());
    report("getpid in the child", sys::getpid());
  });
  report("counts in the parent", counts(30));
  stop.set();
}

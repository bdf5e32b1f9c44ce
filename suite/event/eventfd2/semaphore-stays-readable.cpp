// A semaphore stays readable, one read after the other, until its value is 0.
// Covers: eventfd2 EFD_SEMAPHORE, poll
#include "suite/event/calls.h"

void test() {
  Fd counter(sys::eventfd2(2, EFD_SEMAPHORE).fd());
  const auto ask = [&](const char *when) {
    for (const ReadinessCall &call : readiness_calls)
      report(label(when, ", ", call.name), call.readable(counter, false));
  };
  const auto take = [&] {
    uint64_t value = 0;
    report("read", sys::read(counter, &value, 8));
  };
  ask("2");
  take();
  ask("1");
  take();
  ask("0");
}

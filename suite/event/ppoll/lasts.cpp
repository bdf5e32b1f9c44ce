// ppoll waits at least as long as its timeout when nothing becomes ready.
// Covers: ppoll duration
#include "suite/event/states.h"

void test() {
  for (int span : {1, 5, 200})
    states::report_wait(span, [](int milliseconds) {
      timespec limit = {0, milliseconds * 1000000};
      return sys::ppoll(nullptr, 0, &limit, nullptr, 8);
    });
}

// select waits at least as long as its timeout when nothing becomes ready.
// Covers: select duration
#include "suite/event/states.h"

void test() {
  for (int span : {1, 5, 200})
    states::report_wait(span, [](int milliseconds) {
      timeval limit = {0, milliseconds * 1000};
      return sys::select(0, nullptr, nullptr, nullptr, &limit);
    });
}

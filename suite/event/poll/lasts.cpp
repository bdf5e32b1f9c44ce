// poll waits at least as long as its timeout when nothing becomes ready.
// Covers: poll duration
#include "suite/event/states.h"

void test() {
  for (int span : {1, 5, 200})
    states::report_wait(span, [](int milliseconds) { return sys::poll(nullptr, 0, milliseconds); });
}

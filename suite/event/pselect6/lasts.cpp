// pselect6 waits at least as long as its timeout when nothing becomes ready.
// Covers: pselect6 duration
#include "suite/event/states.h"

void test() {
  for (int span : {1, 5, 200})
    states::report_wait(span, [](int milliseconds) {
      timespec limit = {0, milliseconds * 1000000};
      return sys::pselect6(0, nullptr, nullptr, nullptr, &limit, nullptr);
    });
}

// pselect6 reports an eventfd as readable above 0 and as writable below its maximum, and an epoll instance as
// readable while it has events.
// Covers: pselect6 eventfd, epoll
#include "suite/event/states.h"

void test() {
  states::counter(states::by_pselect6);
  states::instance(states::by_pselect6);
}

// select reports an eventfd as readable above 0 and as writable below its maximum, and an epoll instance as readable
// while it has events.
// Covers: select eventfd, epoll
#include "suite/event/states.h"

void test() {
  states::counter(states::by_select);
  states::instance(states::by_select);
}

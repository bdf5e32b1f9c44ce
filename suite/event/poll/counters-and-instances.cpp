// poll reports an eventfd as readable above 0 and as writable below its maximum, and an epoll instance as readable
// while it has events.
// Covers: poll eventfd, epoll
#include "suite/event/states.h"

void test() {
  states::counter(states::by_poll);
  states::instance(states::by_poll);
}

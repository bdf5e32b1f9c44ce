// poll without a limit waits longer than a second.
// Covers: poll timeout -1
#include "suite/event/states.h"

void test() {
  states::report_long_wait([](int fd) {
    pollfd entry = {fd, POLLIN, 0};
    return sys::poll(&entry, 1, -1);
  });
}

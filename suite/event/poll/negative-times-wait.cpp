// poll waits without a limit for any negative timeout.
// Covers: poll negative timeouts
#include "suite/event/states.h"

void test() {
  for (int time : {-2, -1000, INT32_MIN})
    states::report_short_wait("poll", 0, [time](int fd) {
      pollfd entry = {fd, POLLIN, 0};
      return sys::poll(&entry, 1, time);
    });
}

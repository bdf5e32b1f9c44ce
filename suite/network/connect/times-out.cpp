// A connect that waits at a full queue fails with ETIMEDOUT when the time of its socket has
// passed, and not at once.
// Covers: connect ETIMEDOUT
#include "wali/test.h"

void test() {
  setup::Listener listener = setup::tcp_listener(0); // with room for one
  Fd first = setup::caller(listener);
  pollfd entry = {listener.socket, POLLIN, 0};
  setup::require_value("poll", sys::poll(&entry, 1, -1), 1);
  Fd patient = setup::socket(AF_INET, SOCK_STREAM);
  const int tries = 1;
  const unsigned timeout = 50; // ms; the kernel looks at them when it tries again, after a second
  setup::set_option(patient, SOL_TCP, TCP_SYNCNT, tries);
  setup::set_option(patient, SOL_TCP, TCP_USER_TIMEOUT, timeout);
  const timespec before = setup::now();
  report("connect", sys::connect(patient, &listener.address, 16));
  const timespec after = setup::now();
  const int64_t waited = (after.tv_sec - before.tv_sec) * 1000000000 + after.tv_nsec - before.tv_nsec;
  report("nanoseconds that it waited, compared with 49 ms", compared(waited, int64_t{49000000}));
}

// A byte does not end a wait for urgent data. poll and ppoll wait until their timeout and report no event.
// Covers: poll duration, POLLPRI
// Covers: ppoll duration, POLLPRI
#include "suite/event/states.h"

namespace {

template <class Poll> void report_unasked(Poll poll) {
  SocketPair tcp = setup::tcp_pair();
  int source = tcp.first;
  Thread writer(
      [](void *socket) {
        setup::sleep_ms(10);
        setup::write_all(*static_cast<int *>(socket), "x");
      },
      &source);
  pollfd entry = {tcp.second, POLLPRI, -1};
  states::report_wait(100, [&](int milliseconds) { return poll(&entry, milliseconds); });
  report("revents", static_cast<int>(entry.revents));
}

} // namespace

void test() {
  report_unasked([](pollfd *entry, int milliseconds) { return sys::poll(entry, 1, milliseconds); });
  report_unasked([](pollfd *entry, int milliseconds) {
    timespec limit = {0, milliseconds * 1000000};
    return sys::ppoll(entry, 1, &limit, nullptr, 8);
  });
}

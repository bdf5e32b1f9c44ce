// A byte does not end a wait for urgent data. select and pselect6 wait until their timeout and leave no bit.
// Covers: select duration, exceptfds
// Covers: pselect6 duration, exceptfds
#include "suite/event/states.h"

namespace {

template <class Select> void report_unasked(Select select) {
  SocketPair tcp = setup::tcp_pair();
  int source = tcp.first;
  Thread writer(
      [](void *socket) {
        setup::sleep_ms(10);
        setup::write_all(*static_cast<int *>(socket), "x");
      },
      &source);
  fd_set except = {{uint64_t{1} << tcp.second}};
  states::report_wait(100, [&](int milliseconds) { return select(tcp.second + 1, &except, milliseconds); });
  report("exceptional", Hex{except.bits[0]});
}

} // namespace

void test() {
  report_unasked([](int nfds, fd_set *except, int milliseconds) {
    timeval limit = {0, milliseconds * 1000};
    return sys::select(nfds, nullptr, nullptr, except, &limit);
  });
  report_unasked([](int nfds, fd_set *except, int milliseconds) {
    timespec limit = {0, milliseconds * 1000000};
    return sys::pselect6(nfds, nullptr, nullptr, except, &limit, nullptr);
  });
}

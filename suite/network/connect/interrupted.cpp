// A signal handler interrupts connect while it waits for room at the listener. With SA_RESTART the handler runs too,
// and connect goes on until there is room.
// Covers: connect EINTR, SA_RESTART
#include "wali/test.h"

namespace {

sockaddr_un address = {AF_UNIX, "listener"};
int listener;

void make_room() { Fd(setup::require_fd("accept4", sys::accept4(listener, nullptr, nullptr, 0))); }

} // namespace

void test() {
  Fd listening = setup::socket(AF_UNIX, SOCK_STREAM), first = setup::socket(AF_UNIX, SOCK_STREAM);
  listener = listening;
  setup::bind(listening, address);
  setup::listen(listening, 0); // one connection waits, no second
  setup::connect(first, address);
  for (uint64_t flags : {uint64_t{0}, uint64_t{SA_RESTART}}) {
    Fd second = setup::socket(AF_UNIX, SOCK_STREAM);
    report_under_signals(
        "connect", flags, [] { make_room(); }, [&] { return sys::connect(second, &address, sizeof(address)); });
  }
}

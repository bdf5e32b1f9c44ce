// A signal handler interrupts accept and accept4 while they wait. With SA_RESTART the handler runs as well, and they
// go on until there is a connection.
// Covers: accept EINTR, SA_RESTART
// Covers: accept4 EINTR, SA_RESTART
#include "wali/test.h"

namespace {

sockaddr_un address = {AF_UNIX, "listener"};

void connect_one() {
  Fd client = setup::socket(AF_UNIX, SOCK_STREAM);
  setup::connect(client, address);
}

template <class Accept> void accept_one(const char *name, Accept accept) {
  for (uint64_t flags : {uint64_t{0}, uint64_t{SA_RESTART}})
    Fd(report_under_signals(name, flags, [] { connect_one(); }, accept).fd());
}

} // namespace

void test() {
  Fd listener = setup::socket(AF_UNIX, SOCK_STREAM);
  setup::bind(listener, address);
  setup::listen(listener, 8);
  accept_one("accept", [&] { return sys::accept(listener, nullptr, nullptr); });
  accept_one("accept4", [&] { return sys::accept4(listener, nullptr, nullptr, 0); });
}

// With TCP_DEFER_ACCEPT a listener returns a connection only when data has arrived on it. A later connection with
// data comes before an earlier one without.
// Covers: setsockopt TCP_DEFER_ACCEPT
#include "wali/test.h"

namespace {

void report_accepted(const char *name, int listener) {
  sockaddr_in peer = {};
  uint32_t size = sizeof(peer);
  Fd accepted(setup::require_fd("accept", sys::accept(listener, &peer, &size)));
  report(name, peer);
}

} // namespace

void test() {
  setup::Listener listener = setup::tcp_listener();
  const int seconds = 120;
  report("TCP_DEFER_ACCEPT", sys::setsockopt(listener.socket, SOL_TCP, TCP_DEFER_ACCEPT, &seconds, sizeof(seconds)));
  Fd silent = setup::caller(listener), talking = setup::caller(listener);
  report("silent", setup::own_address(silent));
  report("talking", setup::own_address(talking));
  setup::write_all(talking, "x");
  report_accepted("accepted first", listener.socket);
  setup::write_all(silent, "x");
  report_accepted("accepted next", listener.socket);
}

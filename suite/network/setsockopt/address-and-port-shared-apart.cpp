// UDP sockets share a port by SO_REUSEADDR or by SO_REUSEPORT, whichever all of them have. A socket with both joins
// either kind, and the next needs an option that all earlier ones share.
// Covers: setsockopt SO_REUSEADDR, SO_REUSEPORT
// Covers: bind EADDRINUSE
#include "suite/network/options.h"

namespace {

struct Kind {
  const char *name;
  int address, port;
};
constexpr Kind by_address = {"SO_REUSEADDR", 1, 0}, by_port = {"SO_REUSEPORT", 0, 1}, by_both = {"both", 1, 1};

Fd socket_of(const Kind &kind) {
  Fd socket = setup::socket(AF_INET, SOCK_DGRAM);
  setup::set_option(socket, SOL_SOCKET, SO_REUSEADDR, kind.address);
  setup::set_option(socket, SOL_SOCKET, SO_REUSEPORT, kind.port);
  return socket;
}

// Binds a socket of each kind to one port, one after the other. None is closed before the end.
template <size_t count> void report_binds(const Kind (&kinds)[count]) {
  report("the first has", kinds[0].name);
  Fd sockets[count];
  sockets[0] = socket_of(kinds[0]);
  setup::bind(sockets[0], setup::loopback(0));
  const sockaddr_in address = setup::own_address(sockets[0]);
  for (size_t i = 1; i < count; ++i) {
    sockets[i] = socket_of(kinds[i]);
    report(label("bind with ", kinds[i].name), sys::bind(sockets[i], &address, sizeof(address)));
  }
}

} // namespace

void test() {
  report_binds({by_address, by_port, by_both});
  report_binds({by_port, by_address, by_both});
  report_binds({by_both, by_port, by_address});
  report_binds({by_both, by_address, by_port});
  report_binds({by_both, by_both, by_address, by_port});
  report_binds({by_both, by_both, by_port, by_address});
}

// shutdown of a listener ends its listening. An accept that waits fails with EINVAL, as later ones do, and no client
// can connect.
// Covers: accept EINVAL, shutdown
// Covers: shutdown SHUT_RD, listener
// Covers: connect ECONNREFUSED
#include "suite/network/addresses.h"

namespace {

void report_listener(const char *name, int listener, const void *address, uint32_t size, int family) {
  Event &begun = setup::shared<Event>();
  Child shutter = setup::fork([&] {
    begun.wait();
    setup::sleep_ms(20); // by now the accept most likely waits; the results are the same if not
    setup::require_zero("shutdown", sys::shutdown(listener, SHUT_RD));
  });
  begun.set();
  report(label(name, ": accept that waits"), sys::accept(listener, nullptr, nullptr));
  report("shutdown", shutter.wait());
  report("accept", sys::accept(listener, nullptr, nullptr));
  report("connect", sys::connect(setup::socket(family, SOCK_STREAM), address, size));
}

} // namespace

void test() {
  setup::Listener tcp = setup::tcp_listener();
  report_listener("TCP", tcp.socket, &tcp.address, sizeof(tcp.address), AF_INET);
  const Local address = path("listener");
  report_listener("local", local_listener(SOCK_STREAM, address), &address.address, address.size, AF_UNIX);
}

// A socket that a listener accepts has the IP options of the packet that began the connection, here a record of the
// route. It has none when that packet had none.
// Covers: setsockopt IP_OPTIONS of a listener
// Covers: getsockopt IP_OPTIONS
#include "suite/network/options.h"

namespace {

void report_options(const char *name, int socket) {
  GuardedBytes<12> options;
  uint32_t size = 40;
  report(name, sys::getsockopt(socket, SOL_IP, IP_OPTIONS, &options, &size));
  report("size", size);
  report("kind and length", options.bytes(2));
}

} // namespace

void test() {
  setup::Listener listener = setup::tcp_listener();
  Fd client = setup::socket(AF_INET, SOCK_STREAM);
  const uint8_t record[12] = {7, 11, 4}; // of two hops (RFC 791)
  report("IP_OPTIONS", sys::setsockopt(client, SOL_IP, IP_OPTIONS, record, sizeof(record)));
  setup::connect(client, listener.address);
  Fd accepted = setup::accept(listener.socket);
  report_options("of the accepted socket", accepted);
  report_options("without", setup::tcp_pair().second);
}

// SO_RCVBUF limits what waits to be received. Datagrams that do not fit are lost.
// Covers: setsockopt SO_RCVBUF
#include "suite/network/options.h"

namespace {

// How many of 400 datagrams of 100 bytes a socket keeps.
int kept_with(int size) {
  setup::Bound receiver = setup::udp_socket(), sender = setup::udp_socket();
  setup::set_option(receiver.socket, SOL_SOCKET, SO_RCVBUF, size);
  setup::set_option(receiver.socket, SOL_SOCKET, SO_RCVTIMEO, timeval{0, 200000}); // until all has come
  setup::connect(sender.socket, receiver.address);
  char bytes[100] = {};
  for (int sent = 0; sent < 400; ++sent)
    setup::require_value("write", sys::write(sender.socket, bytes, sizeof(bytes)), sizeof(bytes));
  int kept = 0;
  while (sys::recvfrom(receiver.socket, bytes, sizeof(bytes), 0, nullptr, nullptr).ok())
    ++kept;
  return kept;
}

} // namespace

void test() {
  const int few = kept_with(4000), more = kept_with(40000);
  report("with 4000 bytes, compared with none", compared(few, 0));
  report("with 4000 bytes, compared with 80", compared(few, 80)); // twice that size without what each takes up
  report("with 40000 bytes, compared with 4000", compared(more, few));
}

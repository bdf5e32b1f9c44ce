// A TCP socket that connects to INADDR_ANY reaches a listener of this machine. At port 0 nobody listens.
// Covers: connect INADDR_ANY, ECONNREFUSED
// Covers: getpeername INADDR_ANY
#include "wali/test.h"

void test() {
  setup::Listener listener = setup::tcp_listener();
  Fd client = setup::socket(AF_INET, SOCK_STREAM);
  const sockaddr_in any = {AF_INET, listener.address.sin_port, 0, {}}, nowhere = {AF_INET, 0, 0, {}};
  report("listener", listener.address);
  report("connect", sys::connect(client, &any, sizeof(any)));
  Guarded<sockaddr_in> peer;
  uint32_t size = sizeof(sockaddr_in);
  report("getpeername", sys::getpeername(client, &peer, &size));
  report("peer", *peer);
  report("connect to port 0", sys::connect(setup::socket(AF_INET, SOCK_STREAM), &nowhere, sizeof(nowhere)));
}

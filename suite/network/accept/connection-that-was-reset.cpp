// A connection that its maker has reset is accepted all the same, with the address of
// who made it; the first read tells.
// Covers: accept aborted connection
// Covers: accept4 aborted connection
// Covers: recvfrom ECONNRESET
#include "wali/test.h"

void test() {
  for (bool four : {false, true}) {
    setup::Listener listener = setup::tcp_listener();
    Fd client = setup::socket(AF_INET, SOCK_STREAM);
    setup::require_zero("connect", sys::connect(client, &listener.address, 16));
    pollfd entry = {listener.socket, POLLIN, 0};
    setup::require_value("poll", sys::poll(&entry, 1, -1), 1);
    const linger at_once = {1, 0};
    setup::require_zero("setsockopt", sys::setsockopt(client, SOL_SOCKET, SO_LINGER, &at_once, sizeof(at_once)));
    client.reset();
    Guarded<sockaddr_in> peer;
    uint32_t size = sizeof(sockaddr_in);
    Fd server(four ? sys::accept4(listener.socket, &peer, &size, 0).fd()
                   : sys::accept(listener.socket, &peer, &size).fd());
    report(four ? "accept4" : "accept", compared(static_cast<int>(server), static_cast<int>(listener.socket)));
    report("size", size);
    report("family", Choice{abi::sets::address_family, peer->sin_family});
    char byte;
    report("read", sys::recvfrom(server, &byte, 1, 0, nullptr, nullptr));
    report("read again", sys::recvfrom(server, &byte, 1, 0, nullptr, nullptr));
  }
}

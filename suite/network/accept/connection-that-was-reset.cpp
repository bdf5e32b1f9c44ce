// accept still takes a connection that the client has reset before, with the client's address. The first receive
// fails with ECONNRESET.
// Covers: accept aborted connection
// Covers: accept4 aborted connection
// Covers: recvfrom ECONNRESET
#include "suite/network/messages.h"

void test() {
  for (const AcceptCall &call : accept_calls) {
    setup::Listener listener = setup::tcp_listener();
    Fd client = setup::caller(listener);
    pollfd entry = {listener.socket, POLLIN, 0};
    setup::require_value("poll", sys::poll(&entry, 1, -1), 1);
    const linger at_once = {1, 0};
    setup::set_option(client, SOL_SOCKET, SO_LINGER, at_once);
    report("the client's address", setup::own_address(client));
    client.reset();
    Guarded<sockaddr_in> peer;
    uint32_t size = sizeof(sockaddr_in);
    const Result result = call.accept(listener.socket, &peer, &size);
    report(call.name, result);
    Fd server(result.fd());
    report("size", size);
    report("address", *peer);
    char byte;
    report("recvfrom", sys::recvfrom(server, &byte, 1, 0, nullptr, nullptr));
    report("recvfrom again", sys::recvfrom(server, &byte, 1, 0, nullptr, nullptr));
  }
}

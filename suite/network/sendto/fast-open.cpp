// With MSG_FASTOPEN sendto and sendmsg make the connection that they need, and wait until it is made
// and the data is taken.
// Covers: sendto MSG_FASTOPEN
// Covers: sendmsg MSG_FASTOPEN
// REQUIRES: namespaces
#include "suite/network/messages.h"

namespace {

constexpr int fast_open = 0x20000000; // MSG_FASTOPEN of linux/socket.h

} // namespace

void test() {
  for (const SendCall &call : send_calls) {
    setup::Listener listener = setup::tcp_listener();
    Fd client = setup::socket(AF_INET, SOCK_STREAM);
    report("listener", listener.address);
    report(call.name, call.send(client, "opened", fast_open, &listener.address, sizeof(listener.address)));
    sockaddr_in peer = {};
    uint32_t size = sizeof(peer);
    report("getpeername", sys::getpeername(client, &peer, &size));
    report("peer", peer);
    setup::shutdown(client, SHUT_WR);
    report("at the other end", setup::read_all(setup::accept(listener.socket)));
    report("to nobody", call.send(setup::socket(AF_INET, SOCK_STREAM), "x", fast_open, &peer, 4));
  }
}

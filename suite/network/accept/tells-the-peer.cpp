// accept and accept4 store the peer's address and its full length. If there is less room,
// they store what fits. Both pointers may be NULL.
// Covers: accept address, address length, NULL
// Covers: accept4 address, address length, NULL
#include "suite/network/messages.h"

void test() {
  for (const AcceptCall &call : accept_calls) {
    setup::Listener listener = setup::tcp_listener();
    Fd clients[] = {setup::caller(listener), setup::caller(listener), setup::caller(listener)};
    report("the client's address", setup::own_address(clients[0]));
    Guarded<sockaddr_in> peer;
    Guarded<uint32_t> size;
    *size = 64;
    const Result first = call.accept(listener.socket, &peer, &size);
    report(call.name, first);
    report("its flags", setup::descriptor_flags(first.fd()));
    report("size", *size);
    report("address", *peer);
    report("zeros", Text(peer->sin_zero, 8));
    report_walls("walls", peer);
    report_walls("walls of the size", size);
    peer.fill();
    *size = 3;
    const Result second = call.accept(listener.socket, &peer, &size);
    report(label(call.name, " with room for three bytes"), second);
    report("size", *size);
    report("family's low byte", Hex{peer.bytes().data[0] & 0xffu});
    report_poison("behind three bytes", peer.bytes().data + 3, 13);
    const Result third = call.accept(listener.socket, nullptr, nullptr);
    report(label(call.name, " without an address"), third);
    for (Result accepted : {first, second, third})
      sys::close(accepted.fd());
  }
}

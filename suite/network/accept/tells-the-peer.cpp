// accept stores the peer's address and its full length; where there is less room, it stores
// what fits. Both pointers may be NULL.
// Covers: accept address, address length, NULL
#include "wali/test.h"

void test() {
  setup::Listener listener = setup::tcp_listener();
  Fd clients[3];
  sockaddr_in own = {};
  uint32_t own_size = sizeof(own);
  for (Fd &client : clients) {
    client = setup::socket(AF_INET, SOCK_STREAM);
    setup::require_zero("connect", sys::connect(client, &listener.address, 16));
  }
  setup::require_zero("getsockname", sys::getsockname(clients[0], &own, &own_size));
  Guarded<sockaddr_in> peer;
  Guarded<uint32_t> size;
  *size = 64;
  Fd first(sys::accept(listener.socket, &peer, &size).fd());
  report("descriptor", static_cast<int>(first));
  report("its flags", setup::descriptor_flags(first));
  report("size", *size);
  report("the client's name", own);
  report("address", *peer);
  report("zeros", Text(peer->sin_zero, 8));
  report_walls("walls", peer);
  report_walls("walls of the size", size);
  peer.fill();
  *size = 3;
  Fd second(sys::accept(listener.socket, &peer, &size).fd());
  report("size with room for three", *size);
  report("family's low byte", Hex{peer.bytes().data[0] & 0xffu});
  report_poison("behind three bytes", peer.bytes().data + 3, 13);
  Fd third(sys::accept(listener.socket, nullptr, nullptr).fd());
  report("without an address", static_cast<int>(third));
}

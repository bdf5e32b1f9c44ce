// accept4 stores the peer's address and its full length; where there is less room, it stores
// what fits. Both pointers may be NULL.
// Covers: accept4 address, address length, NULL
#include "wali/test.h"

void test() {
  setup::Listener listener = setup::tcp_listener();
  Fd clients[] = {setup::caller(listener), setup::caller(listener), setup::caller(listener)};
  Guarded<sockaddr_in> peer;
  Guarded<uint32_t> size;
  *size = 64;
  Fd first(sys::accept4(listener.socket, &peer, &size, 0).fd());
  report("descriptor", static_cast<int>(first));
  report("its flags", setup::descriptor_flags(first));
  report("size", *size);
  report("the client's name", setup::own_address(clients[0]));
  report("address", *peer);
  report("zeros", Text(peer->sin_zero, 8));
  report_walls("walls", peer);
  report_walls("walls of the size", size);
  peer.fill();
  *size = 3;
  Fd second(sys::accept4(listener.socket, &peer, &size, 0).fd());
  report("size with room for three", *size);
  report("family's low byte", Hex{peer.bytes().data[0] & 0xffu});
  report_poison("behind three bytes", peer.bytes().data + 3, 13);
  Fd third(sys::accept4(listener.socket, nullptr, nullptr, 0).fd());
  report("without an address", static_cast<int>(third));
}

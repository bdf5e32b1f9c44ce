// connect sets and changes the peer of a local datagram socket, by a path or by an abstract name. With AF_UNSPEC it
// removes the peer.
// Covers: connect AF_UNIX, SOCK_DGRAM, AF_UNSPEC
#include "suite/network/addresses.h"

namespace {

void report_peer(int socket, size_t name_size) {
  LocalRoom peer;
  report("getpeername", sys::getpeername(socket, &peer.address, &peer.size));
  report_local(peer, name_size);
}
} // namespace

void test() {
  const Local one = path("one"), other = abstract("other");
  Fd first = local_socket(SOCK_DGRAM, one), second = local_socket(SOCK_DGRAM, other),
     socket = setup::socket(AF_UNIX, SOCK_DGRAM);
  report("connect", sys::connect(socket, &one.address, one.size));
  report("write", sys::write(socket, "first", 5));
  report_peer(socket, 4);
  report("connect to another", sys::connect(socket, &other.address, other.size));
  report("write", sys::write(socket, "second", 6));
  report_peer(socket, 6);
  const sockaddr_un none = {AF_UNSPEC, {}};
  report("connect to AF_UNSPEC", sys::connect(socket, &none, sizeof(none)));
  report("write", sys::write(socket, "x", 1));
  LocalRoom peer;
  report("getpeername", sys::getpeername(socket, &peer.address, &peer.size));
  report_arrival("at the first", first);
  report_arrival("at the second", second);
  report_arrival("at the second again", second, MSG_DONTWAIT);
}

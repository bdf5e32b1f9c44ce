// SIOCGSTAMP knows nothing of datagrams that came with their time: with SO_TIMESTAMP it fails with ENOENT, and goes on
// giving the time of the last one before.
// Covers: ioctl SIOCGSTAMP, ENOENT
#include "wali/test.h"

namespace {

constexpr int SIOCGSTAMP = 0x8906; // asm-generic/sockios.h

void receive(const setup::Bound &socket) {
  setup::require_value("sendto", sys::sendto(socket.socket, "x", 1, 0, &socket.address, sizeof(socket.address)), 1);
  char byte;
  setup::require_value("recvfrom", sys::recvfrom(socket.socket, &byte, 1, 0, nullptr, nullptr), 1);
}

} // namespace

void test() {
  setup::Bound socket = setup::udp_socket();
  setup::set_option(socket.socket, SOL_SOCKET, SO_TIMESTAMP, 1);
  receive(socket);
  Guarded<timeval> time;
  report("ioctl, with the option", sys::ioctl(socket.socket, SIOCGSTAMP, &time));
  report_poison("time", time);
  setup::set_option(socket.socket, SOL_SOCKET, SO_TIMESTAMP, 0);
  receive(socket);
  report("ioctl, without it", sys::ioctl(socket.socket, SIOCGSTAMP, &time));
  report("time", *time);
  setup::set_option(socket.socket, SOL_SOCKET, SO_TIMESTAMP, 1);
  receive(socket);
  report("ioctl, with the option again", sys::ioctl(socket.socket, SIOCGSTAMP, &time));
  report("time", *time);
}

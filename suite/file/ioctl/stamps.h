// The time at which a datagram arrived, by ioctl (socket(7), Ioctls).
#pragma once

#include "wali/test.h"

namespace wali {

constexpr int SIOCGSTAMP = 0x8906, SIOCGSTAMPNS = 0x8907; // asm-generic/sockios.h

// Has a socket receive a datagram that it sends to itself.
inline void receive_own(const setup::Bound &socket) {
  setup::require_value("sendto", sys::sendto(socket.socket, "x", 1, 0, &socket.address, sizeof(socket.address)), 1);
  char byte;
  setup::require_value("recvfrom", sys::recvfrom(socket.socket, &byte, 1, 0, nullptr, nullptr), 1);
}

} // namespace wali

// What comes over the network, which takes a moment even on one machine.
#pragma once

#include "suite/network/options.h"

namespace wali {

// Waits until something has come, to the first or the second, or ten seconds have passed.
inline void await_arrival(int first, int second = -1) {
  pollfd entries[] = {{first, POLLIN, 0}, {second, POLLIN, 0}};
  setup::require_count("poll", sys::poll(entries, 2, 10000), 2);
}

// Reports the next datagram.
inline void report_next(const Name &name, int socket) {
  await_arrival(socket);
  report_received(name, socket);
}

// Sends a datagram to port `port` of 127.0.0.1, or of another address.
inline void send_from(int socket, Text message, const sockaddr_in &to) {
  setup::require_value("sendto", sys::sendto(socket, message.data, message.size, 0, &to, sizeof(to)), message.size);
}

} // namespace wali

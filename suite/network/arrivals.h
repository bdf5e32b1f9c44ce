// What comes over the network, which takes a moment even on one machine.
#pragma once

#include "suite/network/options.h"

namespace wali {

// Waits until something has come, to the first or the second, or ten seconds have passed.
inline void await_arrival(int first, int second = -1) {
  pollfd entries[] = {{first, POLLIN, 0}, {second, POLLIN, 0}};
  setup::require_count("poll", sys::poll(entries, 2, 10000), 2);
}

// What `call` says as soon as it is good, or after ten seconds.
template <class Call, class Good> Result in_time(Call call, Good good) {
  Result result = call();
  for (int tries = 0; tries < 1000 && !good(result); ++tries) {
    setup::sleep_ms(10);
    result = call();
  }
  return result;
}

// Reports the next datagram.
inline void report_next(const Name &name, int socket) {
  await_arrival(socket);
  report_received(name, socket);
}

inline void send_from(int socket, Text message, const sockaddr_in &to) {
  setup::require_value("sendto", sys::sendto(socket, message.data, message.size, 0, &to, sizeof(to)), message.size);
}

} // namespace wali

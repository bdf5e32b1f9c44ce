// How much a stream takes, and how much comes of it.
#pragma once

#include "suite/network/options.h"

namespace wali {

// The bytes that a stream takes without waiting, of which nobody receives any.
inline int taken(int stream) {
  static char bytes[5000];
  for (int taken = 0;;) {
    const Result sent = sys::sendto(stream, bytes, sizeof(bytes), MSG_DONTWAIT, nullptr, 0);
    if (sent.value == -EAGAIN)
      return taken;
    taken += static_cast<int>(setup::require_count("sendto", sent, sizeof(bytes)));
  }
}

// The bytes that come until the other end has closed the stream.
inline int received_until_the_end(int stream) {
  static char bytes[65536];
  for (int received = 0;;) {
    const Result result = sys::recvfrom(stream, bytes, sizeof(bytes), 0, nullptr, nullptr);
    const size_t count = setup::require_count("recvfrom", result, sizeof(bytes));
    if (count == 0)
      return received;
    received += static_cast<int>(count);
  }
}

} // namespace wali

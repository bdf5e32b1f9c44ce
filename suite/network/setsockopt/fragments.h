// Datagrams that may have come in fragments.
#pragma once

#include "suite/network/arrivals.h"

namespace wali {

// Has each datagram come with the size of its longest fragment: IP_RECVFRAGSIZE or IPV6_RECVFRAGSIZE.
inline Result ask_for_fragments(int receiver, int level, int option) {
  const int on = 1;
  return sys::setsockopt(receiver, level, option, &on, sizeof(on));
}

// Writes a datagram of so many bytes to a connected socket, and reports how it has come.
inline void report_way(int sender, int receiver, size_t size) {
  static char bytes[8000];
  const Result sent = sys::write(sender, bytes, size);
  report(label("write of ", size), sent);
  if (sent.ok())
    await_arrival(receiver);
  Control<int> along = {};
  report("recvmsg", sys::recvmsg(receiver, Message(bytes, sizeof(bytes)).with_control(along), MSG_DONTWAIT));
  report("longest fragment", along.value);
}

} // namespace wali

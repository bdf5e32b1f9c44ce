// ICMP errors of a packet, which the program itself sends, for its own network and with privilege.
#pragma once

#include "suite/network/options.h"

namespace wali {

// A packet of TCP, with neither options of IP nor all of its header.
struct Segment {
  uint8_t ip[20];
  uint16_t from_port, to_port;
  uint32_t sequence;
};

// The next segment with a byte of data that `sender`, a socket of IPv4, sends.
inline Segment segment_of(int sender) {
  Fd raw = setup::socket(AF_INET, SOCK_RAW, IPPROTO_TCP); // gets a copy of each that comes
  const uint16_t port = setup::own_address(sender).sin_port;
  setup::write_all(sender, "x");
  for (;;) {
    uint8_t bytes[256];
    setup::require_count("read", sys::read(raw, bytes, sizeof(bytes)), sizeof(bytes));
    Segment segment;
    __builtin_memcpy(&segment, bytes, sizeof(segment));
    const int headers = 20 + bytes[32] / 16 * 4, length = bytes[2] * 256 + bytes[3];
    if (segment.from_port == port && length == headers + 1)
      return segment;
  }
}

// Sends a byte from the first to the second, and then says that the second's host cannot be reached
// (RFC 792), of the byte that is to be sent next.
inline void say_unreachable(const SocketPair &pair) {
  struct {
    uint8_t type = 3, code = 1;
    uint16_t checksum = 0;
    uint32_t unused = 0;
    Segment segment;
  } message;
  message.segment = segment_of(pair.first);
  message.segment.sequence = __builtin_bswap32(__builtin_bswap32(message.segment.sequence) + 1);
  uint16_t words[sizeof(message) / 2];
  __builtin_memcpy(words, &message, sizeof(message));
  uint32_t sum = 0;
  for (uint16_t word : words)
    sum += word;
  sum = (sum & 0xffff) + (sum >> 16);
  message.checksum = static_cast<uint16_t>(~((sum & 0xffff) + (sum >> 16)));
  Fd raw = setup::socket(AF_INET, SOCK_RAW, IPPROTO_ICMP);
  const sockaddr_in to = setup::loopback(0);
  setup::require_value("sendto", sys::sendto(raw, &message, sizeof(message), 0, &to, sizeof(to)), sizeof(message));
}

} // namespace wali

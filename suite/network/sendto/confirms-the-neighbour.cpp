// A send with MSG_CONFIRM confirms the neighbour's entry in the neighbour table, by sendto over IPv4 and by sendmsg
// over IPv6.
// Covers: sendto MSG_CONFIRM
// Covers: sendmsg MSG_CONFIRM
// REQUIRES: ipv6, namespaces
#include "wali/test.h"

namespace {

// linux/netlink.h, linux/rtnetlink.h, linux/neighbour.h
struct Request {
  uint32_t length;
  uint16_t type, flags;
  uint32_t sequence, port;
  uint8_t family, pad[11];
};
constexpr uint16_t new_neighbour = 28, get_neighbours = 30, request_dump = 0x301, cache_info = 3;

template <class T> T value_at(const char *bytes) {
  T value;
  __builtin_memcpy(&value, bytes, sizeof(value));
  return value;
}
constexpr size_t aligned(size_t size) { return (size + 3) & ~size_t{3}; }

// The hundredths of a second since a neighbour was confirmed last.
uint32_t age_of_confirmation(uint8_t family) {
  Fd netlink = setup::socket(AF_NETLINK, SOCK_RAW);
  const Request request = {sizeof(request), get_neighbours, request_dump, 1, 0, family, {}};
  setup::write_all(netlink, {&request, sizeof(request)});
  static char bytes[8192];
  uint32_t youngest = ~0u;
  for (bool done = false; !done;) {
    const auto size = setup::require_count("read", sys::read(netlink, bytes, sizeof(bytes)), sizeof(bytes));
    for (size_t at = 0, length; at < size && !done; at += aligned(length)) {
      length = value_at<uint32_t>(bytes + at);
      done = value_at<uint16_t>(bytes + at + 4) != new_neighbour;
      for (size_t entry = at + sizeof(Request); !done && entry < at + length;) {
        const auto age = value_at<uint32_t>(bytes + entry + 4);
        if (value_at<uint16_t>(bytes + entry + 2) == cache_info && age < youngest)
          youngest = age;
        entry += aligned(value_at<uint16_t>(bytes + entry));
      }
    }
  }
  return youngest;
}

} // namespace

void test() {
  constexpr uint16_t port = 20000; // the network is the program's own
  Fd four = setup::socket(AF_INET, SOCK_DGRAM), six = setup::socket(AF_INET6, SOCK_DGRAM);
  sockaddr_in6 loopback = {AF_INET6, __builtin_bswap16(port), 0, {}, 0};
  loopback.sin6_addr[15] = 1;
  setup::bind(six, loopback);
  setup::connect(six, loopback);
  setup::bind(four, setup::loopback(port));
  setup::connect(four, setup::loopback(port));
  char byte = 'x';
  Message message(&byte, 1);
  for (int flags : {0, MSG_CONFIRM}) {
    report(label("sendto, flags ", Flags{abi::sets::msg_flags, static_cast<uint32_t>(flags)}),
           sys::sendto(four, &byte, 1, flags, nullptr, 0));
    report("age compared with half a minute", compared(age_of_confirmation(AF_INET), 3000u));
    report(label("sendmsg, flags ", Flags{abi::sets::msg_flags, static_cast<uint32_t>(flags)}),
           sys::sendmsg(six, message, flags));
    report("age compared with half a minute", compared(age_of_confirmation(AF_INET6), 3000u));
  }
}

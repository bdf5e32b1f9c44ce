// The program's own network: a second interface, and routes.
#pragma once

#include "suite/network/options.h"

namespace wali {

// A request of rtnetlink (linux/netlink.h, linux/rtnetlink.h): a header of its kind, and attributes.
class NetlinkRequest {
public:
  template <class Header> NetlinkRequest(uint16_t type, const Header &header) {
    append(MessageHeader{0, type, request_create_ack, 1, 0});
    append(header);
  }
  template <class Value> NetlinkRequest &with(uint16_t type, const Value &value) {
    const size_t begun = begin(type);
    append(value);
    return end(begun);
  }
  // An attribute that holds those which are added before its end.
  size_t begin(uint16_t type) {
    append(Attribute{0, type});
    return size_ - sizeof(Attribute);
  }
  NetlinkRequest &end(size_t begun) {
    const auto length = static_cast<uint16_t>(size_ - begun);
    __builtin_memcpy(bytes_ + begun, &length, sizeof(length));
    size_ = (size_ + 3) & ~size_t{3};
    return *this;
  }
  template <class Value> void append(const Value &value) {
    __builtin_memcpy(bytes_ + size_, &value, sizeof(value));
    size_ += sizeof(value);
  }
  // Sends it: the error of the answer is what setup::require_zero names `what` at.
  void send(const char *what) {
    const auto length = static_cast<uint32_t>(size_);
    __builtin_memcpy(bytes_, &length, sizeof(length));
    Fd netlink = setup::socket(AF_NETLINK, SOCK_RAW);
    setup::write_all(netlink, {bytes_, size_});
    int32_t answer[256];
    setup::require_count("read", sys::read(netlink, answer, sizeof(answer)), sizeof(answer));
    setup::require_zero(what, {answer[4]}); // behind the header of 16 bytes
  }

private:
  struct MessageHeader {
    uint32_t length;
    uint16_t type, flags;
    uint32_t sequence, port;
  };
  struct Attribute {
    uint16_t length, type;
  };
  static constexpr uint16_t request_create_ack = 0x405;

  alignas(4) uint8_t bytes_[256] = {};
  size_t size_ = 0;
};

// Addresses of documentation (RFC 5737): 192.0.2.1, which the second interface has, and
// 198.51.100.0/24, which nothing has.
inline constexpr uint32_t on_second = __builtin_bswap32(0xc0000201), far_network = __builtin_bswap32(0xc6336400),
                          far_host = __builtin_bswap32(0xc6336401);

inline void ask_of_interface(uint32_t request, ifreq &value) {
  Fd socket = setup::socket(AF_INET, SOCK_DGRAM);
  setup::require_zero("ioctl", sys::ioctl(socket, request, &value));
}

// Makes a pair of interfaces that are joined (veth), one of them `second` with its address: its index. The
// other takes what is sent, and nobody looks at it.
inline int make_second_interface() {
  struct {
    uint8_t family = 0, pad = 0;
    uint16_t type = 0;
    int32_t index = 0;
    uint32_t flags = 0, change = 0;
  } link;
  constexpr uint16_t new_link = 16, name = 3, link_info = 18, info_kind = 1; // linux/if_link.h
  NetlinkRequest request(new_link, link);
  request.with(name, "second");
  const size_t info = request.begin(link_info);
  request.with(info_kind, "veth").end(info).send("veth");
  ifreq other = {"veth0", {}}, second = {"second", {}};
  other.ifr_flags = second.ifr_flags = IFF_UP;
  ask_of_interface(SIOCSIFFLAGS, other);
  ask_of_interface(SIOCSIFFLAGS, second);
  const sockaddr_in address = {AF_INET, 0, on_second, {}};
  __builtin_memcpy(&second.ifr_addr, &address, sizeof(address));
  ask_of_interface(SIOCSIFADDR, second);
  ask_of_interface(SIOCGIFINDEX, second);
  return second.ifr_value;
}

// A route of IPv4, of 24 bits unless it says so: rtmsg of linux/rtnetlink.h, and its attributes.
struct Route {
  uint8_t family = AF_INET, bits = 24, source_bits = 0, tos = 0, table, protocol = 3, scope, kind;
  uint32_t flags = 0;
};
inline constexpr uint16_t new_route = 24, route_destination = 1, route_device = 4, route_gateway = 5, route_metrics = 8,
                          metric_mtu = 2;

} // namespace wali

// An IPv6 socket that takes IPv4 as well may ask for control messages by the options of both families. A datagram
// comes with those of its own family, and an IPv4 datagram with its addresses in those of both.
// Covers: setsockopt IP_PKTINFO, IP_RECVTTL, IP_RECVTOS, IPV6_RECVPKTINFO, IPV6_RECVHOPLIMIT, IPV6_RECVTCLASS
// REQUIRES: ipv6
#include "suite/network/setsockopt/datagrams6.h"

namespace {

// Receives a datagram, and reports level, type and length of the control messages that came along, two at most.
void report_along(const Name &name, int socket) {
  char byte;
  uint8_t control[128];
  Message message(&byte, 1);
  message.with_control(control, sizeof(control));
  report(label("recvmsg, ", name.text), sys::recvmsg(socket, message, 0));
  report("msg_controllen", message->msg_controllen);
  const size_t size = setup::require_count("recvmsg", {message->msg_controllen}, sizeof(control));
  size_t at = 0;
  for (int i = 0; i < 2 && at + sizeof(cmsghdr) <= size; ++i) {
    cmsghdr header;
    __builtin_memcpy(&header, control + at, sizeof(header));
    report("control message", label(Choice{abi::sets::socket_level, header.cmsg_level}, " type ", header.cmsg_type,
                                    " length ", header.cmsg_len));
    at += (size_t{header.cmsg_len} + 7) / 8 * 8;
  }
}

} // namespace

void test() {
  struct {
    const char *name;
    int four, six;
  } const options[] = {{"addresses", IP_PKTINFO, IPV6_RECVPKTINFO},
                       {"hops", IP_RECVTTL, IPV6_RECVHOPLIMIT},
                       {"class", IP_RECVTOS, IPV6_RECVTCLASS}};
  for (const auto &[name, four, six] : options) {
    Fd receiver = setup::socket(AF_INET6, SOCK_DGRAM), sender = setup::socket(AF_INET, SOCK_DGRAM),
       sender6 = setup::socket(AF_INET6, SOCK_DGRAM);
    const int on = 1, off = 0;
    setup::set_option(receiver, SOL_IPV6, IPV6_V6ONLY, off);
    setup::bind(receiver, sockaddr_in6{AF_INET6, 0, 0, {}, 0});
    report(label("setsockopt of IPv4, ", name), sys::setsockopt(receiver, SOL_IP, four, &on, sizeof(on)));
    report(label("setsockopt of IPv6, ", name), sys::setsockopt(receiver, SOL_IPV6, six, &on, sizeof(on)));
    sockaddr_in6 own = {};
    uint32_t size = sizeof(own);
    setup::require_zero("getsockname", sys::getsockname(receiver, &own, &size));
    const sockaddr_in to = {AF_INET, own.sin6_port, on_loopback, {}};
    const sockaddr_in6 to6 = loopback6(__builtin_bswap16(own.sin6_port));
    send_from(sender, "x", to);
    report_along("of IPv4", receiver);
    setup::require_value("sendto", sys::sendto(sender6, "x", 1, 0, &to6, sizeof(to6)), 1);
    report_along("of IPv6", receiver);
  }
}

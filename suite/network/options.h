// Options of sockets: their numbers, how programs report them, and what shows their effects.
#pragma once

#include "suite/network/waits.h"

namespace wali {

// What harness/abi/constants.def lacks of asm-generic/socket.h, linux/in.h, linux/in6.h,
// linux/tcp.h and linux/udp.h.
inline constexpr int SO_TIMESTAMPNS = 35, SO_PEEK_OFF = 42, SO_LOCK_FILTER = 44, SO_SELECT_ERR_QUEUE = 45,
                     SO_ATTACH_REUSEPORT_CBPF = 51;
inline constexpr int IP_RETOPTS = 7, IP_TRANSPARENT = 19, IP_RECVORIGDSTADDR = 20, IP_BIND_ADDRESS_NO_PORT = 24,
                     IP_RECVFRAGSIZE = 25, IP_UNBLOCK_SOURCE = 37, IP_BLOCK_SOURCE = 38, IP_ADD_SOURCE_MEMBERSHIP = 39,
                     IP_DROP_SOURCE_MEMBERSHIP = 40, IP_MSFILTER = 41, IP_MULTICAST_ALL = 49;
inline constexpr int IP_PMTUDISC_DONT = 0, IP_PMTUDISC_WANT = 1, IP_PMTUDISC_DO = 2, IP_PMTUDISC_PROBE = 3;
inline constexpr int IPV6_ADDRFORM = 1, IPV6_FLOWINFO = 11, IPV6_MTU_DISCOVER = 23, IPV6_MTU = 24, IPV6_RECVERR = 25,
                     IPV6_RECVHOPLIMIT = 51, IPV6_RECVHOPOPTS = 53, IPV6_HOPOPTS = 54, IPV6_RECVFRAGSIZE = 77;
inline constexpr int TCP_CONGESTION = 13, TCP_FASTOPEN = 23, TCP_FASTOPEN_CONNECT = 30;
inline constexpr int UDP_CORK = 1;

// What getsockopt tells of an option, where it is not itself tested.
template <class Value> Value told(int socket, int level, int option) {
  Value value = {};
  uint32_t size = sizeof(value);
  setup::require_zero("getsockopt", sys::getsockopt(socket, level, option, &value, &size));
  return value;
}

// Reports what getsockopt returns, and the number that it stores.
inline void report_option(const Name &name, int socket, int level, int option) {
  Guarded<int> value;
  uint32_t size = sizeof(int);
  report(name, sys::getsockopt(socket, level, option, &value, &size));
  report("value", *value);
}

// Reports what a receive that does not wait returns, and its bytes, as far as 64 go.
inline void report_received(const Name &name, int socket, int flags = 0) {
  char bytes[64] = {};
  const Result result = sys::recvfrom(socket, bytes, sizeof(bytes), flags | MSG_DONTWAIT, nullptr, nullptr);
  report(name, result);
  report("bytes", Text(bytes));
}

// The beginning of tcp_info of linux/tcp.h.
struct TcpInfo {
  uint8_t state, ca_state, retransmits, probes, backoff, options, scales, flags;
  uint32_t rto, ato, snd_mss, rcv_mss, unacked, sacked, lost, retrans, fackets, last_data_sent, last_ack_sent,
      last_data_recv, last_ack_recv, pmtu, rcv_ssthresh, rtt, rttvar, snd_ssthresh, snd_cwnd, advmss, reordering,
      rcv_rtt, rcv_space, total_retrans;
  uint64_t pacing_rate, max_pacing_rate, bytes_acked, bytes_received;
  uint32_t segs_out, segs_in, notsent_bytes, min_rtt, data_segs_in, data_segs_out;
};
static_assert(offsetof(TcpInfo, data_segs_out) == 156);
inline TcpInfo tcp_info(int socket) { return told<TcpInfo>(socket, SOL_TCP, TCP_INFO); }

// Has the kernel drop every segment that comes for a TCP socket, so that nobody answers its
// peer any more. Newer kernels want privilege over the network for it.
inline void silence(int socket) {
  sock_filter drop = {0x06, 0, 0, 0}; // BPF_RET, linux/bpf_common.h
  sock_fprog program = {};
  program.len = 1;
  program.filter = &drop;
  setup::set_option(socket, SOL_SOCKET, SO_ATTACH_FILTER, program);
}

// Sets the MTU of the loopback interface, which then has to be the program's own.
inline void set_mtu_of_loopback(int mtu) {
  ifreq request = {"lo", {}};
  request.ifr_value = mtu;
  Fd socket = setup::socket(AF_INET, SOCK_DGRAM);
  setup::require_zero("ioctl", sys::ioctl(socket, SIOCSIFMTU, &request));
}

// Port `port` of ::1.
inline sockaddr_in6 loopback6(uint16_t port) {
  sockaddr_in6 address = {AF_INET6, __builtin_bswap16(port), 0, {}, 0};
  address.sin6_addr[15] = 1;
  return address;
}
// 127.0.0.`last`: an address of this machine, like all of 127.0.0.0/8.
constexpr uint32_t host(uint8_t last) { return __builtin_bswap32(0x7f000000u + last); }
inline constexpr uint32_t on_loopback = host(1);

// The structures of linux/in.h for groups, with addresses in network order.
struct Group {
  uint32_t group, interface;
};
struct GroupAtIndex {
  uint32_t group, interface;
  int32_t index;
};
struct GroupSender {
  uint32_t group, interface, sender;
};
template <size_t room> struct Senders {
  uint32_t group, interface, mode, count, senders[room];
};
// A group for private use, 239.1.1.1.
inline constexpr uint32_t group = __builtin_bswap32(0xef010101);

} // namespace wali

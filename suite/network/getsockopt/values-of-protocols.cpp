// getsockopt returns what setsockopt has set for IP, TCP and UDP options.
// Covers: getsockopt SOL_IP, SOL_TCP, SOL_UDP
// Covers: setsockopt SOL_IP, SOL_TCP, SOL_UDP
#include "suite/network/options.h"

void test() {
  struct {
    const char *name;
    int type, level, option, value;
  } const options[] = {
      {"IP_TOS", SOCK_DGRAM, SOL_IP, IP_TOS, 0x10},
      {"IP_TTL", SOCK_DGRAM, SOL_IP, IP_TTL, 77},
      {"IP_RECVTTL", SOCK_DGRAM, SOL_IP, IP_RECVTTL, 1},
      {"IP_MTU_DISCOVER", SOCK_DGRAM, SOL_IP, IP_MTU_DISCOVER, IP_PMTUDISC_PROBE},
      {"IP_MULTICAST_TTL", SOCK_DGRAM, SOL_IP, IP_MULTICAST_TTL, 5},
      {"TCP_NODELAY", SOCK_STREAM, SOL_TCP, TCP_NODELAY, 1},
      {"TCP_KEEPIDLE", SOCK_STREAM, SOL_TCP, TCP_KEEPIDLE, 100},
      {"TCP_KEEPINTVL", SOCK_STREAM, SOL_TCP, TCP_KEEPINTVL, 20},
      {"TCP_KEEPCNT", SOCK_STREAM, SOL_TCP, TCP_KEEPCNT, 7},
      {"TCP_SYNCNT", SOCK_STREAM, SOL_TCP, TCP_SYNCNT, 3},
      {"TCP_USER_TIMEOUT", SOCK_STREAM, SOL_TCP, TCP_USER_TIMEOUT, 5000},
      {"UDP_CORK", SOCK_DGRAM, SOL_UDP, UDP_CORK, 1},
  };
  for (const auto &[name, type, level, option, value] : options) {
    Fd socket = setup::socket(AF_INET, type);
    report(label("set ", name), sys::setsockopt(socket, level, option, &value, sizeof(value)));
    report_option(label("get ", name), socket, level, option);
  }
}

// Groups of IP on the loopback interface.
#pragma once

#include "suite/network/arrivals.h"

namespace wali {

// A UDP socket of any address, to which nothing comes but what is sent to groups that it joins.
struct Member {
  Fd socket = setup::socket(AF_INET, SOCK_DGRAM);
  sockaddr_in at_group;

  Member() {
    setup::set_option(socket, SOL_IP, IP_MULTICAST_ALL, 0);
    setup::bind(socket, sockaddr_in{AF_INET, 0, 0, {}});
    at_group = setup::own_address(socket);
    at_group.sin_addr = group;
  }
  // What comes whatever the socket has joined.
  void send_directly(Text message) const {
    sockaddr_in to = at_group;
    to.sin_addr = on_loopback;
    send_from(setup::socket(AF_INET, SOCK_DGRAM), message, to);
  }
};

// Sends a message from 127.0.0.`last` to a group.
inline void send_to_group(const sockaddr_in &to, Text message, uint8_t last = 1) {
  Fd socket = setup::socket(AF_INET, SOCK_DGRAM);
  setup::bind(socket, sockaddr_in{AF_INET, 0, host(last), {}});
  setup::set_option(socket, SOL_IP, IP_MULTICAST_IF, on_loopback);
  send_from(socket, message, to);
}

} // namespace wali

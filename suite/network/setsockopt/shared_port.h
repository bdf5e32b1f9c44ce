// Sockets that share a port by SO_REUSEPORT.
#pragma once

#include "suite/network/options.h"

namespace wali {

// A socket with SO_REUSEPORT that is bound to `address`.
inline Fd sharing(int type, const sockaddr_in &address) {
  Fd socket = setup::socket(AF_INET, type);
  setup::set_option(socket, SOL_SOCKET, SO_REUSEPORT, 1);
  setup::bind(socket, address);
  return socket;
}

// Three UDP sockets that share a port, in the order of their binding.
inline void share_a_port(Fd (&sockets)[3]) {
  sockets[0] = sharing(SOCK_DGRAM, setup::loopback(0));
  for (int i : {1, 2})
    sockets[i] = sharing(SOCK_DGRAM, setup::own_address(sockets[0]));
}

// Attaches the filter that gives a datagram whose first byte is the digit N to the Nth of the sockets
// that share the port of `socket`, from 0 on.
inline Result choose_by_first_byte(int socket) {
  // Loads the byte at 0, takes '0' off it and gives that (linux/bpf_common.h).
  sock_filter filter[] = {{0x30, 0, 0, 0}, {0x14, 0, 0, '0'}, {0x16, 0, 0, 0}};
  sock_fprog program = {};
  program.len = 3;
  program.filter = filter;
  return sys::setsockopt(socket, SOL_SOCKET, SO_ATTACH_REUSEPORT_CBPF, &program, sizeof(program));
}

} // namespace wali

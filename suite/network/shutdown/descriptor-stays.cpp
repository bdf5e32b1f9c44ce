// shutdown leaves the descriptor open, and the socket its address. Only close frees both.
// Covers: shutdown descriptor
#include "suite/network/addresses.h"

void test() {
  const Local address = path("socket");
  Fd listener = local_listener(SOCK_STREAM, path("listener")), socket = local_socket(SOCK_STREAM, address);
  connect(socket, path("listener"));
  report("shutdown", sys::shutdown(socket, SHUT_RDWR));
  char byte;
  report("recvfrom", sys::recvfrom(socket, &byte, 1, MSG_DONTWAIT, nullptr, nullptr));
  report("descriptor flags", setup::descriptor_flags(socket));
  LocalRoom own;
  report("getsockname", sys::getsockname(socket, &own.address, &own.size));
  report_local(own, 7);
  const Local name = abstract("still held");
  Fd holder = local_socket(SOCK_DGRAM, name), other = setup::socket(AF_UNIX, SOCK_DGRAM);
  connect(holder, name);
  report("shutdown of one with an abstract name", sys::shutdown(holder, SHUT_RDWR));
  report("bind of that name", sys::bind(other, &name.address, name.size));
  holder.reset();
  report("bind when it is closed", sys::bind(other, &name.address, name.size));
}

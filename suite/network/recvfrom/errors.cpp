// recvfrom refuses wrong descriptors, streams that are not connected, and bad addresses.
// Covers: recvfrom EBADF, ENOTSOCK, ENOTCONN, EFAULT, EINVAL, EAGAIN
#include "wali/test.h"

void test() {
  Fd unconnected = setup::socket(AF_INET, SOCK_STREAM);
  SocketPair pair = setup::socketpair(SOCK_DGRAM);
  Pipe pipe = setup::pipe();
  char byte;
  report("closed descriptor", sys::recvfrom(1000, &byte, 1, 0, nullptr, nullptr));
  report("no socket", sys::recvfrom(pipe.read, &byte, 1, 0, nullptr, nullptr));
  report("not connected", sys::recvfrom(unconnected, &byte, 1, 0, nullptr, nullptr));
  setup::write_all(pair.second, "x");
  report("bad buffer", sys::recvfrom(pair.first, setup::bad_address(), 1, 0, nullptr, nullptr));
  uint32_t negative = 0x80000000;
  sockaddr_in address;
  const auto [receiver, own] = setup::udp_socket();
  uint32_t size = sizeof(address);
  report("nothing there", sys::recvfrom(receiver, &byte, 1, MSG_DONTWAIT, &address, &size));
  report("size", size);
  setup::require_value("sendto", sys::sendto(receiver, "x", 1, 0, &own, sizeof(own)), 1);
  report("negative address length", sys::recvfrom(receiver, &byte, 1, 0, &address, &negative));
}

// Each datagram goes to the address that its sendto names, with as many bytes as it says.
// Covers: sendto address, EDESTADDRREQ, EMSGSIZE, EBADF, ENOTSOCK, EFAULT, EINVAL
#include "wali/test.h"

void test() {
  Fd sender = setup::socket(AF_INET, SOCK_DGRAM);
  setup::Bound receivers[] = {setup::udp_socket(), setup::udp_socket()};
  const sockaddr_in &address = receivers[0].address;
  report("to the first", sys::sendto(sender, "for one", 7, 0, &address, 16));
  report("to the second", sys::sendto(sender, "for two", 6, 0, &receivers[1].address, 16));
  char bytes[16];
  for (int i = 0; i < 2; ++i) {
    __builtin_memset(bytes, 0, sizeof(bytes));
    report(label("at ", i), sys::recvfrom(receivers[i].socket, bytes, sizeof(bytes), MSG_DONTWAIT, nullptr, nullptr));
    report(label("bytes at ", i), Text(bytes));
  }
  report("to nowhere", sys::sendto(sender, "x", 1, 0, nullptr, 0));
  report("65508 bytes", sys::sendto(sender, setup::map(65536), 65508, 0, &address, 16));
  report("address of 15 bytes", sys::sendto(sender, "x", 1, 0, &address, 15));
  report("closed descriptor", sys::sendto(1000, "x", 1, 0, nullptr, 0));
  Pipe pipe = setup::pipe();
  report("no socket", sys::sendto(pipe.write, "x", 1, 0, nullptr, 0));
  report("bad buffer", sys::sendto(sender, setup::bad_address(), 4, 0, &address, 16));
  report("bad address", sys::sendto(sender, "x", 1, 0, setup::bad_address(), 16));
}

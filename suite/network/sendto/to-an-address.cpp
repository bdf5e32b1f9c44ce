// Each datagram goes to the address that its sendto names, with as many bytes as it says.
// Covers: sendto address, EDESTADDRREQ, EMSGSIZE, EBADF, ENOTSOCK, EFAULT, EINVAL
#include "wali/test.h"

void test() {
  Fd sender = setup::socket(AF_INET, SOCK_DGRAM);
  Fd receivers[2];
  sockaddr_in addresses[2];
  for (int i = 0; i < 2; ++i) {
    uint32_t size = sizeof(sockaddr_in);
    receivers[i] = setup::socket(AF_INET, SOCK_DGRAM | SOCK_NONBLOCK);
    addresses[i] = setup::loopback(0);
    setup::require_zero("bind", sys::bind(receivers[i], &addresses[i], size));
    setup::require_zero("getsockname", sys::getsockname(receivers[i], &addresses[i], &size));
  }
  report("to the first", sys::sendto(sender, "for one", 7, 0, &addresses[0], 16));
  report("to the second", sys::sendto(sender, "for two", 6, 0, &addresses[1], 16));
  char bytes[16];
  for (int i = 0; i < 2; ++i) {
    __builtin_memset(bytes, 0, sizeof(bytes));
    report(label("at ", i), sys::recvfrom(receivers[i], bytes, sizeof(bytes), 0, nullptr, nullptr));
    report(label("bytes at ", i), Text(bytes));
  }
  report("to nowhere", sys::sendto(sender, "x", 1, 0, nullptr, 0));
  report("65508 bytes", sys::sendto(sender, setup::map(65536), 65508, 0, &addresses[0], 16));
  report("address of 15 bytes", sys::sendto(sender, "x", 1, 0, &addresses[0], 15));
  report("closed descriptor", sys::sendto(1000, "x", 1, 0, nullptr, 0));
  Pipe pipe = setup::pipe();
  report("no socket", sys::sendto(pipe.write, "x", 1, 0, nullptr, 0));
  report("bad buffer", sys::sendto(sender, setup::bad_address(), 4, 0, &addresses[0], 16));
  report("bad address", sys::sendto(sender, "x", 1, 0, setup::bad_address(), 16));
}

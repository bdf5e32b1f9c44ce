// sendto refuses wrong descriptors, buffers and addresses, and sends nothing then.
// Covers: sendto EBADF, ENOTSOCK, EFAULT, EINVAL
#include "wali/test.h"

void test() {
  const auto [receiver, address] = setup::udp_socket();
  Fd sender = setup::socket(AF_INET, SOCK_DGRAM);
  Pipe pipe = setup::pipe();
  report("closed descriptor", sys::sendto(1000, "x", 1, 0, nullptr, 0));
  report("no socket", sys::sendto(pipe.write, "x", 1, 0, nullptr, 0));
  report("address of 15 bytes", sys::sendto(sender, "x", 1, 0, &address, 15));
  report("bad buffer", sys::sendto(sender, setup::bad_address(), 4, 0, &address, 16));
  report("bad address", sys::sendto(sender, "x", 1, 0, setup::bad_address(), 16));
  char byte;
  report("nothing has arrived", sys::recvfrom(receiver, &byte, 1, MSG_DONTWAIT, nullptr, nullptr));
}

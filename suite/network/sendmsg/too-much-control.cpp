// More bytes of control messages than net.core.optmem_max are refused with ENOBUFS, and nothing is sent.
// Covers: sendmsg ENOBUFS
#include "wali/test.h"

void test() {
  SocketPair pair = setup::socketpair();
  constexpr uint32_t size = 16 << 20;
  auto *control = reinterpret_cast<cmsghdr *>(setup::map(size));
  *control = {sizeof(cmsghdr) + sizeof(int), 0, SOL_SOCKET, SCM_RIGHTS};
  report("16 MiB", sys::sendmsg(pair.first, Message("x").with_control(control, size), 0));
  report("2^31 bytes", sys::sendmsg(pair.first, Message("x").with_control(control, 0x80000000), 0));
  char byte;
  report("nothing has arrived", sys::recvfrom(pair.second, &byte, 1, MSG_DONTWAIT, nullptr, nullptr));
  report("24 bytes", sys::sendmsg(pair.first, Message("x").with_control(control, 24), 0));
}

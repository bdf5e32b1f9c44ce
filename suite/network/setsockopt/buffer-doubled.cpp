// The kernel doubles what SO_SNDBUF and SO_RCVBUF ask for, and getsockopt returns the doubled size.
// Covers: setsockopt SO_SNDBUF, SO_RCVBUF
#include "wali/test.h"

void test() {
  Fd socket = setup::socket(AF_INET, SOCK_STREAM);
  const int wanted = 20000;
  for (int option : {SO_SNDBUF, SO_RCVBUF}) {
    int size = 0;
    uint32_t length = sizeof(size);
    report("setsockopt", sys::setsockopt(socket, SOL_SOCKET, option, &wanted, sizeof(wanted)));
    report("getsockopt", sys::getsockopt(socket, SOL_SOCKET, option, &size, &length));
    report("size", size);
  }
}

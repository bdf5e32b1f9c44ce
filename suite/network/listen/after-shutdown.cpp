// A TCP listener that has been shut can listen again, at the address that it was bound to.
// Covers: listen shutdown
// Covers: shutdown listener
// REQUIRES: namespaces
#include "wali/test.h"

void test() {
  const sockaddr_in address = setup::loopback(20000);
  Fd listener = setup::socket(AF_INET, SOCK_STREAM), refused = setup::socket(AF_INET, SOCK_STREAM),
     client = setup::socket(AF_INET, SOCK_STREAM);
  setup::bind(listener, address);
  setup::listen(listener);
  report("shutdown", sys::shutdown(listener, SHUT_RDWR));
  report("connect", sys::connect(refused, &address, sizeof(address)));
  report("listen", sys::listen(listener, 4));
  report("address", setup::own_address(listener));
  report("connect", sys::connect(client, &address, sizeof(address)));
  Fd accepted(sys::accept(listener, nullptr, nullptr).fd());
  report("write", sys::write(accepted, "x", 1));
  char byte;
  report("read", sys::read(client, &byte, 1));
}

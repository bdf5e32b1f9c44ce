// A TCP socket whose connect was refused can try again, and is refused again. It keeps the address that it was bound
// to until it is closed.
// Covers: connect ECONNREFUSED
// Covers: bind EADDRINUSE
// REQUIRES: namespaces
#include "wali/test.h"

void test() {
  const sockaddr_in nobody = setup::loopback(1), own = setup::loopback(20000);
  Fd socket = setup::socket(AF_INET, SOCK_STREAM), next = setup::socket(AF_INET, SOCK_STREAM);
  setup::bind(socket, own);
  report("connect", sys::connect(socket, &nobody, sizeof(nobody)));
  report("connect again", sys::connect(socket, &nobody, sizeof(nobody)));
  report("own address", setup::own_address(socket));
  report("bind of another", sys::bind(next, &own, sizeof(own)));
  socket.reset();
  report("bind of another, the first closed", sys::bind(next, &own, sizeof(own)));
}

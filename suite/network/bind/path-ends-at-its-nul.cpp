// A path ends at its first NUL, whatever the length of the address. With other bytes behind the NUL it is the same
// path.
// Covers: bind AF_UNIX, EADDRINUSE, path
// Covers: connect AF_UNIX, path
#include "suite/network/addresses.h"

void test() {
  Fd socket = setup::socket(AF_UNIX, SOCK_DGRAM), second = setup::socket(AF_UNIX, SOCK_DGRAM);
  const sockaddr_un longer = {AF_UNIX, "here\0behind"}, other = {AF_UNIX, "here\0other"};
  report("bind", sys::bind(socket, &longer, sizeof(longer)));
  LocalRoom own;
  report("getsockname", sys::getsockname(socket, &own.address, &own.size));
  report_local(own, 5);
  report("bind to it, with other bytes behind", sys::bind(second, &other, sizeof(other)));
  report("connect to it, with other bytes behind", sys::connect(second, &other, sizeof(other)));
  report("write", sys::write(second, "x", 1));
  report_arrival("recvfrom", socket, MSG_DONTWAIT);
}

// UDP sockets with SO_REUSEADDR and SO_REUSEPORT share their port as with SO_REUSEPORT alone. Each of them gets some
// datagrams.
// Covers: setsockopt SO_REUSEADDR and SO_REUSEPORT of UDP sockets
#include "suite/network/arrivals.h"
#include "suite/network/setsockopt/shared_port.h"

namespace {

int received(int socket) {
  int count = 0;
  for (char byte; sys::recvfrom(socket, &byte, 1, MSG_DONTWAIT, nullptr, nullptr).ok(); ++count) {
  }
  return count;
}

} // namespace

void test() {
  Fd sockets[2];
  sockaddr_in address = setup::loopback(0);
  for (Fd &socket : sockets) {
    socket = setup::socket(AF_INET, SOCK_DGRAM);
    for (int option : {SO_REUSEADDR, SO_REUSEPORT})
      setup::set_option(socket, SOL_SOCKET, option, 1);
    report("bind", sys::bind(socket, &address, sizeof(address)));
    address = setup::own_address(socket);
  }
  for (int sender = 0; sender < 100; ++sender) // each from another port
    send_from(setup::socket(AF_INET, SOCK_DGRAM), "x", address);
  int by_first = 0, by_second = 0;
  for (int round = 0; round < 200 && by_first + by_second < 100; ++round) {
    await_arrival(sockets[0], sockets[1]);
    by_first += received(sockets[0]);
    by_second += received(sockets[1]);
  }
  report("datagrams of the first, compared with none", compared(by_first, 0));
  report("datagrams of the second, compared with none", compared(by_second, 0));
  report("datagrams of both", by_first + by_second);
}

// The first recvfrom or SO_ERROR after a nonblocking connect reports once that it was refused. The next connect then
// fails with ECONNABORTED, and the one after it tries anew.
// Covers: connect ECONNREFUSED, ECONNABORTED
// Covers: recvfrom ECONNREFUSED
#include "suite/network/options.h"

namespace {

constexpr uint16_t nobodys = 1;

Fd refused() {
  Fd socket = setup::socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK);
  const sockaddr_in nobody = setup::loopback(nobodys);
  report("connect", sys::connect(socket, &nobody, sizeof(nobody)));
  pollfd entry = {socket, 0, 0};
  setup::require_value("poll", sys::poll(&entry, 1, 10000), 1);
  return socket;
}

void report_afterwards(int socket) {
  const sockaddr_in nobody = setup::loopback(nobodys);
  char byte;
  report("recvfrom again", sys::recvfrom(socket, &byte, 1, 0, nullptr, nullptr));
  report("connect again", sys::connect(socket, &nobody, sizeof(nobody)));
  report("connect once more", sys::connect(socket, &nobody, sizeof(nobody)));
}

} // namespace

void test() {
  char byte;
  for (int flags : {0, MSG_PEEK}) {
    Fd socket = refused();
    report(label("recvfrom, flags ", flags), sys::recvfrom(socket, &byte, 1, flags, nullptr, nullptr));
    report_afterwards(socket);
  }
  Fd asked = refused();
  report_option("getsockopt SO_ERROR", asked, SOL_SOCKET, SO_ERROR);
  report_afterwards(asked);
}

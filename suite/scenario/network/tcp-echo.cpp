// A client and a server exchange messages over loopback TCP until the client's end of the
// stream. Each sees the other's address.
// Covers: network socket, connect, accept, getpeername
#include "wali/test.h"

namespace {

// Sends back what comes in, in capitals, until the other side has finished. The client's
// address is put into `client`.
int serve(int listener, sockaddr_in &client) {
  uint32_t room = sizeof(client);
  Fd connection(setup::require_fd("accept", sys::accept(listener, &client, &room)));
  char buffer[64];
  for (;;) {
    int64_t size = setup::require_count(
        "recvfrom", sys::recvfrom(connection, buffer, sizeof(buffer), 0, nullptr, nullptr), sizeof(buffer));
    if (size == 0)
      return 5;
    for (int64_t i = 0; i < size; ++i)
      buffer[i] = static_cast<char>(buffer[i] - ('a' <= buffer[i] && buffer[i] <= 'z' ? 32 : 0));
    setup::write_all(connection, {buffer, static_cast<size_t>(size)});
  }
}

} // namespace

void test() {
  setup::Listener listener = setup::tcp_listener();
  auto &seen = setup::shared<sockaddr_in>();
  Child server = setup::fork([&] { return serve(listener.socket, seen); });
  Fd client = setup::socket(AF_INET, SOCK_STREAM);
  report("connect", sys::connect(client, &listener.address, sizeof(listener.address)));
  Guarded<sockaddr_in> peer;
  uint32_t size = sizeof(sockaddr_in);
  report("getpeername", sys::getpeername(client, &peer, &size));
  report("its size", size);
  report("the listener's address", listener.address);
  report("address", *peer);
  report("sendto", sys::sendto(client, "echo this", 9, 0, nullptr, 0));
  char buffer[64];
  report("recvfrom", sys::recvfrom(client, buffer, 9, MSG_WAITALL, nullptr, nullptr));
  report("reply", Text(buffer, 9));
  report("shutdown", sys::shutdown(client, SHUT_WR));
  report("recvfrom at the end", sys::recvfrom(client, buffer, sizeof(buffer), 0, nullptr, nullptr));
  report("server", server.wait());
  report("the client's address", setup::own_address(client));
  report("address that the server saw", seen);
}

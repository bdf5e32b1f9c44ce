// SHUT_RD of a TCP listener resets the connections that wait to be accepted, and SO_ACCEPTCONN becomes 0.
// Covers: shutdown SHUT_RD, listener
// Covers: recvfrom ECONNRESET
// Covers: getsockopt SO_ACCEPTCONN
#include "suite/network/options.h"

void test() {
  setup::Listener listener = setup::tcp_listener();
  Fd client = setup::caller(listener);
  pollfd waiting = {listener.socket, POLLIN, 0}, reset = {client, 0, 0};
  setup::require_value("poll", sys::poll(&waiting, 1, -1), 1);
  report_option("getsockopt SO_ACCEPTCONN", listener.socket, SOL_SOCKET, SO_ACCEPTCONN);
  report("shutdown", sys::shutdown(listener.socket, SHUT_RD));
  report_option("getsockopt SO_ACCEPTCONN", listener.socket, SOL_SOCKET, SO_ACCEPTCONN);
  report("poll of the client", sys::poll(&reset, 1, 10000));
  report("revents", Flags{abi::sets::poll_events, static_cast<uint16_t>(reset.revents)});
  char byte;
  report("recvfrom of the client", sys::recvfrom(client, &byte, 1, MSG_DONTWAIT, nullptr, nullptr));
  report("recvfrom again", sys::recvfrom(client, &byte, 1, MSG_DONTWAIT, nullptr, nullptr));
}

// shutdown of a TCP socket that is still connecting aborts the attempt, whichever half it names. SO_ERROR is
// ECONNRESET, and the socket can connect to another listener.
// Covers: shutdown connecting socket
// Covers: getsockopt SO_ERROR
#include "suite/network/options.h"

void test() {
  setup::Listener full = setup::tcp_listener(0), other = setup::tcp_listener(); // `full` has room for one
  Fd first = setup::caller(full);
  pollfd waiting = {full.socket, POLLIN, 0};
  setup::require_value("poll", sys::poll(&waiting, 1, -1), 1);
  for (int how : {SHUT_RD, SHUT_WR, SHUT_RDWR}) {
    Fd socket = setup::socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK);
    report("connect", sys::connect(socket, &full.address, sizeof(full.address)));
    report(label("shutdown ", how), sys::shutdown(socket, how));
    pollfd entry = {socket, 0, 0};
    report("poll", sys::poll(&entry, 1, 0));
    report("revents", Flags{abi::sets::poll_events, static_cast<uint16_t>(entry.revents)});
    report_option("getsockopt SO_ERROR", socket, SOL_SOCKET, SO_ERROR);
    setup::set_status_flags(socket, 0);
    report("connect to another", sys::connect(socket, &other.address, sizeof(other.address)));
  }
}

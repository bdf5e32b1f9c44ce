// The owner of a socket gets SIGURG when an urgent byte arrives, whatever signal F_SETSIG chose and without O_ASYNC.
// Without an owner nobody gets a signal.
// Covers: fcntl F_SETOWN, SIGURG
#include "wali/test.h"

namespace {

// The signals that wait here once the urgent byte sent to `sockets` has arrived.
SignalSet pending_after_urgent_byte(const SocketPair &sockets) {
  setup::send_urgent_byte(sockets.first, sockets.second);
  return setup::pending_signals();
}

} // namespace

void test() {
  setup::set_mask(signal_bit(SIGURG) | signal_bit(SIGIO) | signal_bit(SIGUSR1));
  SocketPair nobodys = setup::tcp_pair(), owned = setup::tcp_pair();
  report("pending without an owner", pending_after_urgent_byte(nobodys));
  report("F_SETOWN", sys::fcntl(owned.second, F_SETOWN, static_cast<uint32_t>(sys::getpid().pid())));
  report("F_SETSIG", sys::fcntl(owned.second, F_SETSIG, SIGUSR1));
  report("pending with one", pending_after_urgent_byte(owned));
}

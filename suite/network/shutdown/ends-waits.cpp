// shutdown ends a receive that waits with the end, and a send that waits for room with EPIPE.
// Covers: shutdown SHUT_RD, SHUT_WR, waiting calls
#include "wali/test.h"

namespace {

template <class Call> void report_wait(const char *name, int socket, int how, Call call) {
  Event &begun = setup::shared<Event>(), &shut = setup::shared<Event>();
  Child shutter = setup::fork([&] {
    begun.wait();
    setup::sleep_ms(20); // by now the call most likely waits; the results are the same if not
    shut.set();
    setup::require_zero("shutdown", sys::shutdown(socket, how));
  });
  begun.set();
  const Result result = call();
  const int shut_by_then = shut.is_set();
  report(name, result);
  report("shut by then", shut_by_then);
  report("shutdown", shutter.wait());
}

// Sends until there is no more room, waits for room, and gives what it ends with.
Result send_on(int socket) {
  static const char bytes[65536] = {};
  Result result;
  do
    result = sys::sendto(socket, bytes, sizeof(bytes), MSG_NOSIGNAL, nullptr, 0);
  while (result.value > 0);
  return result;
}

void report_pair(const char *name, const SocketPair &receiver, const SocketPair &sender) {
  char byte;
  report_wait(label(name, ": recvfrom").c_str(), receiver.first, SHUT_RD,
              [&] { return sys::recvfrom(receiver.first, &byte, 1, 0, nullptr, nullptr); });
  report_wait(label(name, ": sendto").c_str(), sender.first, SHUT_WR, [&] { return send_on(sender.first); });
}

} // namespace

void test() {
  report_pair("local", setup::socketpair(), setup::socketpair());
  report_pair("packets", setup::socketpair(SOCK_SEQPACKET), setup::socketpair(SOCK_SEQPACKET));
  report_pair("TCP", setup::tcp_pair(), setup::tcp_pair());
}

// A signal handler ends a send that has sent a part of its bytes, even with SA_RESTART. The call returns their number
// and no error, and exactly those bytes arrive.
// Covers: sendto partial transfer, SA_RESTART
// Covers: sendmsg partial transfer, SA_RESTART
#include "suite/network/messages.h"

namespace {

constexpr size_t size = 4 << 20; // more than the sender holds

// How many bytes there are to be received.
size_t received(int socket) {
  static char bytes[65536];
  size_t count = 0;
  for (Result next; (next = sys::recvfrom(socket, bytes, sizeof(bytes), MSG_DONTWAIT, nullptr, nullptr)).value > 0;)
    count += next.size();
  return count;
}

} // namespace

void test() {
  const char *bytes = reinterpret_cast<const char *>(setup::map(size));
  for (const SendCall &call : send_calls)
    for (uint64_t flags : {uint64_t{0}, uint64_t{SA_RESTART}}) {
      SocketPair pair = setup::socketpair();
      const int room = 65536;
      setup::set_option(pair.first, SOL_SOCKET, SO_SNDBUF, room);
      report_under_signals(
          call.name, flags, [] { leave(100); }, [&] { return call.send(pair.first, {bytes, size}, 0, nullptr, 0); });
      report("bytes that have arrived", received(pair.second));
    }
}

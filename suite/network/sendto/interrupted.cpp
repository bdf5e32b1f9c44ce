// A signal handler interrupts sendto and sendmsg while they wait for room. With SA_RESTART the handler runs as well,
// and they go on until there is room.
// Covers: sendto EINTR, SA_RESTART
// Covers: sendmsg EINTR, SA_RESTART
#include "suite/network/messages.h"
#include "wali/test.h"

namespace {

int reader;

// Fills a socket, which then waits for room.
void fill(int socket) {
  setup::set_status_flags(socket, O_NONBLOCK);
  setup::fill(socket);
  setup::set_status_flags(socket, 0);
}

} // namespace

void test() {
  SocketPair pair = setup::socketpair(SOCK_STREAM | SOCK_NONBLOCK);
  reader = pair.second;
  for (const SendCall &call : send_calls)
    for (uint64_t flags : {uint64_t{0}, uint64_t{SA_RESTART}}) {
      fill(pair.first);
      report_under_signals(
          call.name, flags, [] { setup::drain(reader); }, [&] { return call.send(pair.first, "x", 0, nullptr, 0); });
    }
}

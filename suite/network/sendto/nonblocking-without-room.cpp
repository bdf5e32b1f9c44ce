// On a nonblocking socket without room sendto and sendmsg fail with EAGAIN, for streams, packets, and datagrams whose
// receiver has a full queue. With room again they succeed.
// Covers: sendto EAGAIN, O_NONBLOCK
// Covers: sendmsg EAGAIN, O_NONBLOCK
#include "suite/network/messages.h"

namespace {

void report_pair(const char *name, const SendCall &call, const SocketPair &pair) {
  setup::set_status_flags(pair.first, O_NONBLOCK);
  setup::set_status_flags(pair.second, O_NONBLOCK);
  Result result = {1};
  while (result.value > 0)
    result = call.send(pair.first, "x", 0, nullptr, 0);
  report(label(name, ", ", call.name), result);
  setup::drain(pair.second);
  report("with room again", call.send(pair.first, "x", 0, nullptr, 0));
}

} // namespace

void test() {
  for (const SendCall &call : send_calls) {
    report_pair("stream", call, setup::socketpair());
    report_pair("packets", call, setup::socketpair(SOCK_SEQPACKET));
    report_pair("datagrams", call, setup::socketpair(SOCK_DGRAM));
  }
}

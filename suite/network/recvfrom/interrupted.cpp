// A signal handler interrupts recvfrom and recvmsg while they wait. With SA_RESTART the handler runs as well, and
// they go on until something arrives.
// Covers: recvfrom EINTR, SA_RESTART
// Covers: recvmsg EINTR, SA_RESTART
#include "suite/network/messages.h"
#include "wali/test.h"

namespace {

int writer;

} // namespace

void test() {
  SocketPair pair = setup::socketpair();
  writer = pair.second;
  char byte;
  for (const ReceiveCall &call : receive_calls)
    for (uint64_t flags : {uint64_t{0}, uint64_t{SA_RESTART}})
      report_under_signals(
          call.name, flags, [] { setup::write_all(writer, "y"); },
          [&] { return call.receive(pair.first, &byte, 1, 0); });
}

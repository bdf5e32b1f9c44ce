// A signal handler ends a receive with MSG_WAITALL that has received some of the bytes, even with SA_RESTART. The
// call returns those bytes and no error, and the next receive gets what comes later.
// Covers: recvfrom MSG_WAITALL, SA_RESTART
// Covers: recvmsg MSG_WAITALL, SA_RESTART
#include "suite/network/messages.h"

void test() {
  for (const ReceiveCall &call : receive_calls)
    for (uint64_t flags : {uint64_t{0}, uint64_t{SA_RESTART}}) {
      SocketPair pair = setup::socketpair();
      setup::write_all(pair.second, "three");
      char bytes[16] = {};
      report_under_signals(
          call.name, flags, [] { leave(100); }, [&] { return call.receive(pair.first, bytes, 8, MSG_WAITALL); });
      report("bytes", Text(bytes));
      setup::write_all(pair.second, "later");
      __builtin_memset(bytes, 0, sizeof(bytes));
      report("afterwards", call.receive(pair.first, bytes, 5, MSG_WAITALL));
      report("bytes", Text(bytes));
    }
}

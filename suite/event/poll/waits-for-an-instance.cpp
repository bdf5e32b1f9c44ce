// A wait of poll, ppoll, select or pselect6 for an epoll instance ends when a descriptor that it watches becomes
// ready.
// Covers: poll epoll instance that is waited for
// Covers: ppoll epoll instance that is waited for
// Covers: select epoll instance that is waited for
// Covers: pselect6 epoll instance that is waited for
#include "suite/event/calls.h"
#include "suite/event/other_end.h"

void test() {
  for (const ReadinessCall &call : readiness_calls) {
    Pipe pipe = setup::pipe();
    Fd epoll = setup::epoll();
    setup::watch(epoll, pipe.read, EPOLLIN, 1);
    report_ended_wait(call.name, pipe, write_byte, [&] { return call.readable(epoll, true); });
  }
}

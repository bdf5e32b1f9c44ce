// With SO_RCVTIMEO accept and accept4 fail with EAGAIN when they have waited so long, and not
// before. A connection that comes in time is taken.
// Covers: accept SO_RCVTIMEO, EAGAIN
// Covers: accept4 SO_RCVTIMEO, EAGAIN
#include "suite/network/messages.h"

void test() {
  for (const AcceptCall &call : accept_calls) {
    setup::Listener listener = setup::tcp_listener();
    const timeval soon = {0, 30000};
    setup::set_option(listener.socket, SOL_SOCKET, SO_RCVTIMEO, soon);
    const timespec begun = setup::now();
    report(call.name, call.accept(listener.socket, nullptr, nullptr));
    const timespec ended = setup::now();
    const int64_t waited = (ended.tv_sec - begun.tv_sec) * 1000000000 + ended.tv_nsec - begun.tv_nsec;
    report("nanoseconds that it waited, compared with 29 ms", compared(waited, int64_t{29000000}));
    Fd client = setup::caller(listener);
    const Result taken = call.accept(listener.socket, nullptr, nullptr);
    report("with a connection", taken);
    Fd accepted(taken.fd());
  }
}

// With SO_RCVTIMEO accept and accept4 fail with EAGAIN when the time limit has passed, and not before. A connection
// that comes in time is accepted.
// Covers: accept SO_RCVTIMEO, EAGAIN
// Covers: accept4 SO_RCVTIMEO, EAGAIN
#include "suite/network/messages.h"
#include "suite/network/waits.h"

void test() {
  for (const AcceptCall &call : accept_calls) {
    setup::Listener listener = setup::tcp_listener();
    setup::set_option(listener.socket, SOL_SOCKET, SO_RCVTIMEO, soon);
    report_waited(call.name, [&] { return call.accept(listener.socket, nullptr, nullptr); });
    Fd client = setup::caller(listener);
    const Result taken = call.accept(listener.socket, nullptr, nullptr);
    report("with a connection", taken);
    Fd accepted(taken.fd());
  }
}

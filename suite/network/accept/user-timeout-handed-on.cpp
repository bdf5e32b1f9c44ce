// A socket that accept and accept4 return inherits the TCP_USER_TIMEOUT of its listener.
// Covers: accept TCP_USER_TIMEOUT
// Covers: accept4 TCP_USER_TIMEOUT
#include "suite/network/messages.h"

void test() {
  for (const AcceptCall &call : accept_calls) {
    setup::Listener listener = setup::tcp_listener();
    const unsigned timeout = 12345;
    setup::set_option(listener.socket, SOL_TCP, TCP_USER_TIMEOUT, timeout);
    Fd client = setup::caller(listener);
    Fd accepted(call.accept(listener.socket, nullptr, nullptr).fd());
    unsigned value = 1;
    uint32_t size = sizeof(value);
    report(label("getsockopt, ", call.name), sys::getsockopt(accepted, SOL_TCP, TCP_USER_TIMEOUT, &value, &size));
    report("TCP_USER_TIMEOUT", value);
  }
}

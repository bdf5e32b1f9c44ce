// A socket that accept and accept4 return inherits the options of its listener, but not O_NONBLOCK, which belongs to
// the listener's open file.
// Covers: accept options, O_NONBLOCK
// Covers: accept4 options, O_NONBLOCK
#include "suite/network/messages.h"

namespace {

void report_option(const char *name, int socket, int level, int option) {
  int value = -1;
  uint32_t size = sizeof(value);
  report(label("getsockopt of ", name), sys::getsockopt(socket, level, option, &value, &size));
  report(name, value);
}

} // namespace

void test() {
  const int on = 1, bytes = 3;
  for (const AcceptCall &call : accept_calls) {
    setup::Listener listener = setup::tcp_listener();
    setup::set_option(listener.socket, SOL_SOCKET, SO_KEEPALIVE, on);
    setup::set_option(listener.socket, SOL_SOCKET, SO_OOBINLINE, on);
    setup::set_option(listener.socket, SOL_SOCKET, SO_RCVLOWAT, bytes);
    setup::set_option(listener.socket, SOL_TCP, TCP_NODELAY, on);
    Fd client = setup::caller(listener);
    setup::set_status_flags(listener.socket, O_NONBLOCK);
    const Result result = call.accept(listener.socket, nullptr, nullptr);
    report(call.name, result);
    Fd accepted(result.fd());
    report("its flags", setup::status_flags(accepted));
    report_option("SO_KEEPALIVE", accepted, SOL_SOCKET, SO_KEEPALIVE);
    report_option("SO_OOBINLINE", accepted, SOL_SOCKET, SO_OOBINLINE);
    report_option("SO_RCVLOWAT", accepted, SOL_SOCKET, SO_RCVLOWAT);
    report_option("TCP_NODELAY", accepted, SOL_TCP, TCP_NODELAY);
  }
}

// close of a new, bound or listening TCP socket, which has no connection, does not wait, whatever its SO_LINGER.
// Covers: setsockopt SO_LINGER
// Covers: close SO_LINGER
#include "suite/network/options.h"

namespace {

void report_close(const char *name, Fd &socket) {
  const linger long_time = {1, 60};
  setup::set_option(socket, SOL_SOCKET, SO_LINGER, long_time);
  report("seconds to linger", told<linger>(socket, SOL_SOCKET, SO_LINGER).l_linger);
  const timespec begun = setup::now();
  report(label("close, ", name), sys::close(socket.release()));
  report("milliseconds, compared with 30000", compared(milliseconds_since(begun), int64_t{30000}));
}

} // namespace

void test() {
  Fd fresh = setup::socket(AF_INET, SOCK_STREAM), bound = setup::socket(AF_INET, SOCK_STREAM);
  setup::bind(bound, setup::loopback(0));
  setup::Listener listener = setup::tcp_listener();
  report_close("new", fresh);
  report_close("bound", bound);
  report_close("listening", listener.socket);
}

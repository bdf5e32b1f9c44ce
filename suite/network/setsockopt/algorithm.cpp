// TCP_CONGESTION takes the name of an algorithm that there is. What a listener accepts has the algorithm of the
// listener.
// Covers: setsockopt TCP_CONGESTION, ENOENT, EINVAL
#include "suite/network/options.h"

namespace {

void report_algorithm(const char *name, int socket) {
  char algorithm[16] = {};
  uint32_t size = sizeof(algorithm);
  report(name, sys::getsockopt(socket, SOL_TCP, TCP_CONGESTION, algorithm, &size));
  report("algorithm", Text(algorithm));
}

} // namespace

void test() {
  setup::Listener listener = setup::tcp_listener();
  report("reno", sys::setsockopt(listener.socket, SOL_TCP, TCP_CONGESTION, "reno", 4));
  report("one that there is not", sys::setsockopt(listener.socket, SOL_TCP, TCP_CONGESTION, "none such", 9));
  report("no name", sys::setsockopt(listener.socket, SOL_TCP, TCP_CONGESTION, "", 0));
  report_algorithm("the listener's", listener.socket);
  Fd client = setup::caller(listener);
  report_algorithm("of what it accepts", setup::accept(listener.socket));
}

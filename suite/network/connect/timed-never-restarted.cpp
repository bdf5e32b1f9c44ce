// A signal handler ends a connect that has a time limit with EINTR, even with SA_RESTART.
// Covers: connect EINTR, SO_SNDTIMEO
#include "suite/network/addresses.h"

void test() {
  const Local address = path("listener");
  Fd listener = local_listener(SOCK_STREAM, address, 0), first = local_caller(SOCK_STREAM, address),
     second = setup::socket(AF_UNIX, SOCK_STREAM);
  const timeval patience = {1000, 0};
  setup::set_option(second, SOL_SOCKET, SO_SNDTIMEO, patience);
  report_under_signals(
      "connect", SA_RESTART, [] { leave(100); }, [&] { return sys::connect(second, &address.address, address.size); });
}

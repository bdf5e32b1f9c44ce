// When a local listener is closed, SO_ERROR of a client that was not accepted is ECONNRESET once, and then 0.
// Covers: getsockopt SO_ERROR
#include "suite/network/addresses.h"

void test() {
  const Local address = path("listener");
  Fd listener = local_listener(SOCK_STREAM, address), client = local_caller(SOCK_STREAM, address);
  for (const char *when : {"getsockopt before", "getsockopt", "getsockopt again"}) {
    Guarded<int> error;
    uint32_t size = sizeof(int);
    report(when, sys::getsockopt(client, SOL_SOCKET, SO_ERROR, &error, &size));
    report("SO_ERROR", Result{-int64_t{*error}});
    listener.reset();
  }
}

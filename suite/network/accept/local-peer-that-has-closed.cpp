// accept still takes a connection whose client has closed it before. What the client has sent is received first, and
// then the end of file.
// Covers: accept AF_UNIX, peer that has closed
// Covers: accept4 AF_UNIX, peer that has closed
#include "suite/network/addresses.h"
#include "suite/network/messages.h"

void test() {
  const Local address = path("listener");
  Fd listener = local_listener(SOCK_STREAM, address);
  setup::set_status_flags(listener, O_NONBLOCK); // so that an engine that takes another connection does not wait
  for (const AcceptCall &call : accept_calls) {
    setup::write_all(local_caller(SOCK_STREAM, address), "last");
    const Result result = call.accept(listener, nullptr, nullptr);
    report(call.name, result);
    Fd server(result.fd());
    report_arrival("recvfrom", server);
    report_arrival("recvfrom again", server);
  }
}

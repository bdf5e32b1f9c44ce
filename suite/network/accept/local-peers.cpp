// accept and accept4 store the path or the abstract name of a local peer, or only the family if it has none.
// Covers: accept AF_UNIX
// Covers: accept4 AF_UNIX
#include "suite/network/addresses.h"
#include "suite/network/messages.h"

namespace {

void report_peer(const AcceptCall &call, const char *name, int listener, size_t name_size) {
  LocalRoom peer;
  const Result result = call.accept(listener, &peer.address, &peer.size);
  report(label(call.name, " of ", name), result);
  Fd accepted(result.fd());
  report_local(peer, name_size);
}

} // namespace

void test() {
  const Local address = path("listener");
  Fd listener = local_listener(SOCK_STREAM, address), by_path = local_socket(SOCK_STREAM, path("client")),
     by_abstract = local_socket(SOCK_STREAM, abstract({"c\0d", 3}));
  for (const AcceptCall &call : accept_calls) {
    Fd unnamed = local_caller(SOCK_STREAM, address);
    report_peer(call, "one without a name", listener, 0);
  }
  connect(by_path, address);
  report_peer(accept_calls[0], "a path", listener, 7);
  connect(by_abstract, address);
  report_peer(accept_calls[1], "an abstract name", listener, 4);
}

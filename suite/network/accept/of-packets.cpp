// A listener of SOCK_SEQPACKET gives sockets of that type, which keep the bounds of what is sent.
// Covers: accept SOCK_SEQPACKET
// Covers: accept4 SOCK_SEQPACKET
#include "suite/network/addresses.h"
#include "suite/network/messages.h"

void test() {
  for (const AcceptCall &call : accept_calls) {
    const Local address = abstract(call.name);
    Fd listener = local_listener(SOCK_SEQPACKET, address), client = local_caller(SOCK_SEQPACKET, address);
    setup::write_all(client, "one");
    setup::write_all(client, "other");
    Fd accepted(call.accept(listener, nullptr, nullptr).fd());
    int type = -1;
    uint32_t size = sizeof(type);
    report("SO_TYPE", sys::getsockopt(accepted, SOL_SOCKET, SO_TYPE, &type, &size));
    report("type", Choice{abi::sets::socket_type, type});
    char bytes[16];
    report("read", sys::read(accepted, bytes, 2));
    report("bytes", Text(bytes, 2));
    report("read", sys::read(accepted, bytes, sizeof(bytes)));
    report("bytes", Text(bytes, 5));
  }
}

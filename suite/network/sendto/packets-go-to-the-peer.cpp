// Packets go to the peer of the connection. An address that a send names is ignored.
// Covers: sendto SOCK_SEQPACKET, address
// Covers: sendmsg SOCK_SEQPACKET, address
#include "suite/network/addresses.h"
#include "suite/network/messages.h"

void test() {
  const Local elsewhere = abstract("elsewhere");
  Fd other = local_listener(SOCK_SEQPACKET, elsewhere);
  setup::set_status_flags(other, O_NONBLOCK);
  SocketPair pair = setup::socketpair(SOCK_SEQPACKET);
  for (const SendCall &call : send_calls) {
    report(call.name, call.send(pair.first, "packet", 0, &elsewhere.address, elsewhere.size));
    char bytes[8];
    report("read at the peer", sys::read(pair.second, bytes, sizeof(bytes)));
    report("accept at the address", sys::accept(other, nullptr, nullptr));
  }
}

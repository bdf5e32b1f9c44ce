// Local datagrams and packets have no urgent byte. A send and a receive with MSG_OOB fail with EOPNOTSUPP, and what
// has arrived stays.
// Covers: sendto MSG_OOB, EOPNOTSUPP
// Covers: sendmsg MSG_OOB, EOPNOTSUPP
// Covers: recvfrom MSG_OOB, EOPNOTSUPP
// Covers: recvmsg MSG_OOB, EOPNOTSUPP
#include "suite/network/messages.h"

void test() {
  for (int type : {SOCK_DGRAM, SOCK_SEQPACKET}) {
    SocketPair pair = setup::socketpair(type);
    const Choice name = {abi::sets::socket_type, type};
    setup::write_all(pair.first, "here");
    for (const SendCall &call : send_calls)
      report(label(name, ", ", call.name), call.send(pair.first, "!", MSG_OOB, nullptr, 0));
    char bytes[8];
    for (const ReceiveCall &call : receive_calls)
      report(label(name, ", ", call.name), call.receive(pair.second, bytes, sizeof(bytes), MSG_OOB));
    report("read", sys::read(pair.second, bytes, sizeof(bytes)));
    report("nothing is left", sys::recvfrom(pair.second, bytes, sizeof(bytes), MSG_DONTWAIT, nullptr, nullptr));
  }
}

// sendto and sendmsg refuse a message that the socket cannot send, because it has no peer, has one and is given
// another address, or because the message is too long or of another kind.
// Covers: sendto EDESTADDRREQ, ENOTCONN, EISCONN, EMSGSIZE, EOPNOTSUPP, EPIPE
// Covers: sendmsg EDESTADDRREQ, ENOTCONN, EISCONN, EMSGSIZE, EOPNOTSUPP, EPIPE
#include "suite/network/messages.h"
#include "wali/test.h"

namespace {

Fd socket_of(int family, int type) { return setup::socket(family, type); }

struct Address {
  void *bytes = nullptr;
  uint32_t size = 0;
};

} // namespace

void test() {
  sockaddr_un own = {AF_UNIX, "own"};
  sockaddr_in four = setup::loopback(9);
  const Address local = {&own, sizeof(own)}, internet = {&four, sizeof(four)};
  Fd bound = socket_of(AF_UNIX, SOCK_STREAM);
  setup::bind(bound, own);
  const char *bytes = reinterpret_cast<const char *>(setup::map(65536));
  for (const SendCall &call : send_calls) {
    auto report_send = [&](const char *name, int socket, size_t size, int flags, Address to = {}) {
      report(label(call.name, ", ", name), call.send(socket, {bytes, size}, flags, to.bytes, to.size));
    };
    Fd datagrams = socket_of(AF_INET, SOCK_DGRAM), stream = socket_of(AF_UNIX, SOCK_STREAM);
    SocketPair pair = setup::socketpair(), tcp = setup::tcp_pair();
    report_send("datagram to nowhere", datagrams, 1, 0);
    report_send("datagram of 65508 bytes", datagrams, 65508, 0, internet);
    report_send("urgent datagram", datagrams, 1, MSG_OOB, internet);
    report_send("stream without a peer", stream, 1, MSG_NOSIGNAL);
    report_send("stream without a peer, to an address", stream, 1, MSG_NOSIGNAL, local);
    report_send("stream with a peer, to an address", pair.first, 1, MSG_NOSIGNAL, local);
    report_send("TCP without a peer", socket_of(AF_INET, SOCK_STREAM), 1, MSG_NOSIGNAL);
    report_send("TCP with a peer, to an address", tcp.first, 1, MSG_NOSIGNAL, internet);
  }
}

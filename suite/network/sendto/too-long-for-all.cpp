// Nothing of a datagram or packet that is too long is sent. The longest one that can be sent arrives whole.
// Covers: sendto EMSGSIZE
// Covers: sendmsg EMSGSIZE
#include "suite/network/messages.h"

namespace {

void report_sent(const char *name, const SendCall &call, int sender, int receiver, size_t longest, size_t more) {
  static char bytes[1 << 20];
  bytes[longest - 1] = 'z';
  report(label(name, ", ", call.name, " of ", more, " bytes"), call.send(sender, {bytes, more}, 0, nullptr, 0));
  report(label("sendto of ", longest, " bytes"), call.send(sender, {bytes, longest}, 0, nullptr, 0));
  static char received[1 << 20];
  report("recvfrom", sys::recvfrom(receiver, received, sizeof(received), 0, nullptr, nullptr));
  report("last byte", Text(received + longest - 1, 1));
  report("recvfrom again", sys::recvfrom(receiver, received, sizeof(received), MSG_DONTWAIT, nullptr, nullptr));
  bytes[longest - 1] = 0;
}

} // namespace

void test() {
  setup::Bound udp = setup::udp_socket();
  setup::connect(udp.socket, udp.address);
  const int size = 8192;
  for (const SendCall &call : send_calls) {
    report_sent("UDP", call, udp.socket, udp.socket, 65507, 65508);
    for (int type : {SOCK_DGRAM, SOCK_SEQPACKET}) {
      SocketPair pair = setup::socketpair(type);
      setup::set_option(pair.first, SOL_SOCKET, SO_SNDBUF, size);
      report_sent("local", call, pair.first, pair.second, 8192, 65536);
    }
  }
}

// The option that is set last, SO_TIMESTAMP or SO_TIMESTAMPNS, holds. A datagram comes with one time of that kind.
// Covers: setsockopt SO_TIMESTAMP, SO_TIMESTAMPNS
#include "suite/network/options.h"

void test() {
  const int orders[][2] = {{SO_TIMESTAMP, SO_TIMESTAMPNS}, {SO_TIMESTAMPNS, SO_TIMESTAMP}};
  for (const auto &order : orders) {
    setup::Bound receiver = setup::udp_socket(), sender = setup::udp_socket();
    const int on = 1;
    for (int option : order)
      report(label("option ", option), sys::setsockopt(receiver.socket, SOL_SOCKET, option, &on, sizeof(on)));
    setup::connect(sender.socket, receiver.address);
    setup::write_all(sender.socket, "x");
    char byte;
    Control<char[100]> along = {};
    Message message(&byte, 1);
    message.with_control(along);
    report("recvmsg", sys::recvmsg(receiver.socket, message, 0));
    report("all that came along", message->msg_controllen);
    report("length", along.header.cmsg_len);
    report("type", along.header.cmsg_type);
    report_option("SO_TIMESTAMP", receiver.socket, SOL_SOCKET, SO_TIMESTAMP);
    report_option("SO_TIMESTAMPNS", receiver.socket, SOL_SOCKET, SO_TIMESTAMPNS);
  }
}

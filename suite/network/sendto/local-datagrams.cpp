// A local datagram goes to a path or to an abstract name and keeps its bounds. MSG_MORE has no effect, and each
// datagram arrives at once on its own.
// Covers: sendto AF_UNIX, SOCK_DGRAM, MSG_MORE
// Covers: sendmsg AF_UNIX, SOCK_DGRAM, MSG_MORE
#include "suite/network/addresses.h"
#include "suite/network/messages.h"

void test() {
  const Local file = path("receiver"), name = abstract("receiver");
  Fd by_path = local_socket(SOCK_DGRAM, file), by_name = local_socket(SOCK_DGRAM, name),
     sender = setup::socket(AF_UNIX, SOCK_DGRAM);
  for (const SendCall &call : send_calls) {
    report(label(call.name, " to a path, MSG_MORE"), call.send(sender, "more", MSG_MORE, &file.address, file.size));
    report_arrival("recvfrom", by_path);
    report(label(call.name, " to an abstract name"), call.send(sender, "one", 0, &name.address, name.size));
    report(label(call.name, " to an abstract name"), call.send(sender, "other", 0, &name.address, name.size));
    report_arrival("recvfrom", by_name);
    report_arrival("recvfrom", by_name);
  }
}

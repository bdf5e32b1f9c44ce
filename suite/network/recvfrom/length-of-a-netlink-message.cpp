// With MSG_TRUNC recvfrom returns the whole length of a netlink message that does not fit. With MSG_PEEK the message
// is still there.
// Covers: recvfrom MSG_TRUNC, AF_NETLINK
// Covers: recvmsg MSG_TRUNC, AF_NETLINK
#include "suite/network/messages.h"

namespace {

// nlmsghdr of linux/netlink.h: a request that nobody knows is answered with itself.
struct Request {
  uint32_t length;
  uint16_t type, flags;
  uint32_t sequence, port;
  char payload[40];
};

} // namespace

void test() {
  for (const ReceiveCall &call : receive_calls) {
    Fd netlink = setup::socket(AF_NETLINK, SOCK_RAW);
    const Request request = {sizeof(Request), 0x7fff, 1, 77, 0, {}}; // NLM_F_REQUEST
    report("sendto", sys::sendto(netlink, &request, sizeof(request), 0, nullptr, 0));
    for (int flags : {MSG_PEEK | MSG_TRUNC, MSG_PEEK, MSG_TRUNC}) {
      GuardedBytes<16> header;
      report(label(call.name, ", ", Flags{abi::sets::msg_flags, static_cast<uint32_t>(flags)}),
             call.receive(netlink, &header, 16, flags));
      report_walls("walls", header);
      uint32_t fields[4];
      __builtin_memcpy(fields, header.bytes().data, sizeof(fields));
      report("length in the message", fields[0]);
      report("sequence", fields[2]);
    }
    char byte;
    report("nothing is left", call.receive(netlink, &byte, 1, MSG_DONTWAIT));
  }
}

// IP_OPTIONS are sent with each packet, until others are set. With IP_RECVOPTS or IP_RETOPTS a datagram comes with the
// options that it has.
// Covers: setsockopt IP_OPTIONS, IP_RECVOPTS, IP_RETOPTS
#include "suite/network/arrivals.h"

namespace {

void report_along(const char *name, int option) {
  setup::Bound receiver = setup::udp_socket(), sender = setup::udp_socket();
  const int on = 1;
  report(name, sys::setsockopt(receiver.socket, SOL_IP, option, &on, sizeof(on)));
  const uint8_t options[] = {0x44, 8, 5, 0, 0, 0, 0, 0}; // room for one time (RFC 791)
  for (uint32_t length : {8, 0}) {
    report(label("set ", length, " bytes"), sys::setsockopt(sender.socket, SOL_IP, IP_OPTIONS, options, length));
    for (int datagram : {1, 2}) {
      send_from(sender.socket, "x", receiver.address);
      await_arrival(receiver.socket);
      char byte;
      Control<uint8_t[8]> along = {};
      report(label("recvmsg ", datagram),
             sys::recvmsg(receiver.socket, Message(&byte, 1).with_control(along), MSG_DONTWAIT));
      report("length", along.header.cmsg_len);
      report("level", Choice{abi::sets::socket_level, along.header.cmsg_level});
      report("type", along.header.cmsg_type);
      report("begins with", Text(along.value, 2));
    }
  }
}

} // namespace

void test() {
  report_along("IP_RECVOPTS", IP_RECVOPTS);
  report_along("IP_RETOPTS", IP_RETOPTS);
}

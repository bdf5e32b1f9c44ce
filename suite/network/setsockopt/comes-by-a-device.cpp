// A socket that SO_BINDTODEVICE binds to a device receives only what comes by it.
// Covers: setsockopt SO_BINDTODEVICE
// REQUIRES: root || ns-root, namespaces, veth
#include "suite/network/arrivals.h"
#include "suite/network/setsockopt/netlink.h"

void test() {
  make_second_interface();
  setup::Bound receiver = setup::udp_socket();
  Fd sender = setup::socket(AF_INET, SOCK_DGRAM);
  for (Text device : {"second", "lo", "second"}) {
    report(label("SO_BINDTODEVICE of `", device, "`"),
           sys::setsockopt(receiver.socket, SOL_SOCKET, SO_BINDTODEVICE, device.data, device.size));
    const Result sent = sys::sendto(sender, device.data, device.size, 0, &receiver.address, sizeof(receiver.address));
    setup::require_value("sendto", sent, device.size);
  }
  report("SO_BINDTODEVICE of none", sys::setsockopt(receiver.socket, SOL_SOCKET, SO_BINDTODEVICE, nullptr, 0));
  send_from(sender, "any", receiver.address);
  report_next("received", receiver.socket);
  report_next("received", receiver.socket);
  report_received("received", receiver.socket);
}

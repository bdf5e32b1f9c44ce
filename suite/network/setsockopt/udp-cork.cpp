// With UDP_CORK all that is written goes in one datagram when the option is cleared.
// Covers: setsockopt UDP_CORK
#include "suite/network/arrivals.h"

void test() {
  setup::Bound receiver = setup::udp_socket(), sender = setup::udp_socket();
  setup::connect(sender.socket, receiver.address);
  const int on = 1, off = 0;
  report("UDP_CORK", sys::setsockopt(sender.socket, SOL_UDP, UDP_CORK, &on, sizeof(on)));
  setup::write_all(sender.socket, "one ");
  setup::write_all(sender.socket, "and two");
  send_from(setup::socket(AF_INET, SOCK_DGRAM), "of another", receiver.address);
  report_next("received", receiver.socket);
  report("UDP_CORK cleared", sys::setsockopt(sender.socket, SOL_UDP, UDP_CORK, &off, sizeof(off)));
  report_next("received", receiver.socket);
  setup::write_all(sender.socket, "three");
  report_next("received", receiver.socket);
}

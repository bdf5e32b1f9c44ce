// A socket that joins a shared port has the next number of its filter. When one is closed, the last takes its number.
// Covers: setsockopt SO_ATTACH_REUSEPORT_CBPF
#include "suite/network/arrivals.h"
#include "suite/network/setsockopt/shared_port.h"

void test() {
  Fd sockets[3];
  share_a_port(sockets);
  report("setsockopt", choose_by_first_byte(sockets[0]));
  const sockaddr_in address = setup::own_address(sockets[0]);
  Fd joined = sharing(SOCK_DGRAM, address);
  setup::Bound sender = setup::udp_socket();
  setup::connect(sender.socket, address);
  setup::write_all(sender.socket, "3 joined");
  report_next("the one that joined", joined);
  sockets[1].reset();
  setup::write_all(sender.socket, "1 instead");
  report_next("the last, once the second is closed", joined);
  setup::write_all(sender.socket, "2 third");
  report_next("the third", sockets[2]);
}

// The filter of SO_ATTACH_REUSEPORT_CBPF chooses among the sockets that share a port, by their order of binding. Where
// it names none, the kernel chooses one.
// Covers: setsockopt SO_ATTACH_REUSEPORT_CBPF
#include "suite/network/arrivals.h"
#include "suite/network/setsockopt/shared_port.h"

void test() {
  Fd sockets[3];
  share_a_port(sockets);
  report("setsockopt", choose_by_first_byte(sockets[1]));
  setup::Bound sender = setup::udp_socket();
  setup::connect(sender.socket, setup::own_address(sockets[0]));
  for (const char *message : {"2 third", "0 first", "1 second"})
    setup::write_all(sender.socket, message);
  for (const Fd &socket : sockets) {
    report_next("recvfrom", socket);
    report_received("recvfrom again", socket);
  }
  setup::write_all(sender.socket, "9 nobody's");
  pollfd entries[3] = {{sockets[0], POLLIN, 0}, {sockets[1], POLLIN, 0}, {sockets[2], POLLIN, 0}};
  report("sockets that have what the filter gave to none", sys::poll(entries, 3, 10000));
}

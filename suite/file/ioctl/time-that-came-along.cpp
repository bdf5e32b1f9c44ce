// SIOCGSTAMP does not return the time of a datagram that was received with SO_TIMESTAMP. It fails with ENOENT, or
// returns the time of the last datagram that was received without the option.
// Covers: ioctl SIOCGSTAMP, ENOENT
#include "suite/file/ioctl/stamps.h"

void test() {
  setup::Bound socket = setup::udp_socket();
  setup::set_option(socket.socket, SOL_SOCKET, SO_TIMESTAMP, 1);
  receive_own(socket);
  Guarded<timeval> time;
  report("ioctl, with the option", sys::ioctl(socket.socket, SIOCGSTAMP, &time));
  report_poison("time", time);
  setup::set_option(socket.socket, SOL_SOCKET, SO_TIMESTAMP, 0);
  receive_own(socket);
  report("ioctl, without it", sys::ioctl(socket.socket, SIOCGSTAMP, &time));
  report("time", *time);
  setup::set_option(socket.socket, SOL_SOCKET, SO_TIMESTAMP, 1);
  receive_own(socket);
  report("ioctl, with the option again", sys::ioctl(socket.socket, SIOCGSTAMP, &time));
  report("time", *time);
}

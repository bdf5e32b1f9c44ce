// SIOCGSTAMP and SIOCGSTAMPNS give the time at which the datagram that was received last had arrived. Before the first
// one they fail with ENOENT.
// Covers: ioctl SIOCGSTAMP, SIOCGSTAMPNS, ENOENT
#include "suite/file/ioctl/stamps.h"

void test() {
  setup::Bound socket = setup::udp_socket();
  Guarded<timeval> time;
  report("ioctl SIOCGSTAMP before the first", sys::ioctl(socket.socket, SIOCGSTAMP, &time));
  report_poison("time", time);
  const int64_t before = setup::now(CLOCK_REALTIME).tv_sec;
  receive_own(socket);
  receive_own(socket);
  Guarded<timespec> fine;
  report("ioctl SIOCGSTAMP", sys::ioctl(socket.socket, SIOCGSTAMP, &time));
  report("seconds, compared with those before less one", compared(int64_t{time->tv_sec}, before - 1));
  report("seconds, compared with those afterwards and one",
         compared(int64_t{time->tv_sec}, setup::now(CLOCK_REALTIME).tv_sec + 1));
  report_walls("walls", time);
  report("ioctl SIOCGSTAMPNS", sys::ioctl(socket.socket, SIOCGSTAMPNS, &fine));
  report("microseconds of it", fine->tv_nsec / 1000);
  report("microseconds", int64_t{time->tv_usec});
  report_walls("walls", fine);
}

// With SO_TIMESTAMP and SO_TIMESTAMPNS a datagram comes with the time of its arrival.
// Covers: setsockopt SO_TIMESTAMP, SO_TIMESTAMPNS
#include "wali/test.h"

namespace {

constexpr int SO_TIMESTAMPNS = 35; // asm-generic/socket.h

template <class Time> void report_arrival(const char *name, int option) {
  setup::Bound receiver = setup::udp_socket(), sender = setup::udp_socket();
  const int on = 1;
  report(name, sys::setsockopt(receiver.socket, SOL_SOCKET, option, &on, sizeof(on)));
  const int64_t before = setup::now(CLOCK_REALTIME).tv_sec;
  setup::require_value("sendto", sys::sendto(sender.socket, "x", 1, 0, &receiver.address, sizeof(receiver.address)), 1);
  char byte;
  Control<Time> along = {};
  report("recvmsg", sys::recvmsg(receiver.socket, Message(&byte, 1).with_control(along), 0));
  report("length", along.header.cmsg_len);
  report("type", along.header.cmsg_type);
  report("seconds compared with those before less one", compared(int64_t{along.value.tv_sec}, before - 1));
  report("seconds compared with those afterwards and one",
         compared(int64_t{along.value.tv_sec}, setup::now(CLOCK_REALTIME).tv_sec + 1));
}

} // namespace

void test() {
  report_arrival<timeval>("SO_TIMESTAMP", SO_TIMESTAMP);
  report_arrival<timespec>("SO_TIMESTAMPNS", SO_TIMESTAMPNS);
}

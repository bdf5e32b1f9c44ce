// getsockopt of TCP options stores only as many bytes of the value as there is room for, starting with the low byte,
// and returns that length. It leaves the bytes behind as they were.
// Covers: getsockopt TCP_INFO, TCP_NODELAY, TCP_KEEPIDLE, TCP_USER_TIMEOUT, length
#include "suite/network/options.h"

namespace {

void report_bytes(const Name &name, int socket, int option, uint32_t room) {
  GuardedBytes<4> value;
  uint32_t size = room;
  report(label("getsockopt ", name.text, ", ", room), sys::getsockopt(socket, SOL_TCP, option, &value, &size));
  report("size", size);
  report("bytes", value.bytes(room));
  report_poison("behind them", value.bytes().data + room, sizeof(*value) - room);
  report_walls("walls", value);
}

} // namespace

void test() {
  SocketPair tcp = setup::tcp_pair();
  setup::set_option(tcp.first, SOL_TCP, TCP_NODELAY, 1);
  setup::set_option(tcp.first, SOL_TCP, TCP_KEEPIDLE, 0x0141);
  setup::set_option(tcp.first, SOL_TCP, TCP_USER_TIMEOUT, 0x010242);
  for (uint32_t room : {0, 1})
    report_bytes("TCP_INFO", tcp.first, TCP_INFO, room);
  report_bytes("TCP_NODELAY", tcp.first, TCP_NODELAY, 1);
  report_bytes("TCP_KEEPIDLE", tcp.first, TCP_KEEPIDLE, 1);
  report_bytes("TCP_USER_TIMEOUT", tcp.first, TCP_USER_TIMEOUT, 2);
}

// With TCP_FASTOPEN a listener takes the data that comes with the beginning of a connection. Without, that data has to
// come again.
// Covers: setsockopt TCP_FASTOPEN
// REQUIRES: root || ns-root, namespaces
#include "suite/network/options.h"

namespace {

constexpr int fast_open = 0x20000000; // MSG_FASTOPEN of linux/socket.h
constexpr uint8_t came_at_once = 32;  // TCPI_OPT_SYN_DATA of linux/tcp.h

} // namespace

void test() {
  // Both ends may, and neither needs a cookie.
  setup::write_all(setup::open("/proc/sys/net/ipv4/tcp_fastopen", O_WRONLY), "519\n");
  setup::Listener listener = setup::tcp_listener();
  for (int queue : {0, 5}) {
    report(label("TCP_FASTOPEN ", queue),
           sys::setsockopt(listener.socket, SOL_TCP, TCP_FASTOPEN, &queue, sizeof(queue)));
    Fd client = setup::socket(AF_INET, SOCK_STREAM);
    report("sendto", sys::sendto(client, "data", 4, fast_open, &listener.address, sizeof(listener.address)));
    Fd accepted = setup::accept(listener.socket);
    char bytes[8] = {};
    report("read", sys::read(accepted, bytes, sizeof(bytes)));
    report("bytes", Text(bytes));
    report("came at once", tcp_info(accepted).options & came_at_once);
  }
}

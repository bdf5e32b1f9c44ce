// A client that has a cookie from an earlier connection sends the data of MSG_FASTOPEN with the first
// segment. Without a cookie it sends it later.
// Covers: sendto MSG_FASTOPEN, cookie
// REQUIRES: root || ns-root, namespaces
#include "wali/test.h"

namespace {

constexpr int fast_open = 0x20000000, TCP_FASTOPEN = 23; // linux/socket.h, linux/tcp.h
constexpr unsigned data_with_syn = 32;                   // TCPI_OPT_SYN_DATA

} // namespace

void test() {
  setup::write_all(setup::open("/proc/sys/net/ipv4/tcp_fastopen", O_WRONLY), "3\n");
  setup::Listener listener = setup::tcp_listener();
  const int queue = 8;
  setup::set_option(listener.socket, SOL_TCP, TCP_FASTOPEN, queue);
  for (const char *name : {"without a cookie", "with a cookie"}) {
    Fd client = setup::socket(AF_INET, SOCK_STREAM);
    report(name, sys::sendto(client, "data", 4, fast_open, &listener.address, sizeof(listener.address)));
    Fd server = setup::accept(listener.socket);
    char bytes[8];
    report("read", sys::read(server, bytes, sizeof(bytes)));
    alignas(8) uint8_t info[8] = {};
    uint32_t size = sizeof(info);
    setup::require_zero("getsockopt", sys::getsockopt(server, SOL_TCP, TCP_INFO, info, &size));
    report("data with the first segment", info[5] & data_with_syn); // tcpi_options
  }
}

// With TCP_FASTOPEN_CONNECT connect returns at once if the network may begin a connection with data, and the first
// write makes the connection.
// Covers: setsockopt TCP_FASTOPEN_CONNECT
// REQUIRES: root || ns-root, namespaces
#include "suite/network/options.h"

void test() {
  setup::write_all(setup::open("/proc/sys/net/ipv4/tcp_fastopen", O_WRONLY), "5\n"); // without a cookie as well
  setup::Listener listener = setup::tcp_listener();
  for (int later : {0, 1}) {
    Fd client = setup::socket(AF_INET, SOCK_STREAM);
    report(label("TCP_FASTOPEN_CONNECT ", later),
           sys::setsockopt(client, SOL_TCP, TCP_FASTOPEN_CONNECT, &later, sizeof(later)));
    report("connect", sys::connect(client, &listener.address, sizeof(listener.address)));
    report("segments sent, compared with 1", compared(tcp_info(client).segs_out, 1u));
    report("write", sys::write(client, "data", 4));
    Fd accepted = setup::accept(listener.socket);
    char bytes[8] = {};
    report("read", sys::read(accepted, bytes, sizeof(bytes)));
    report("bytes", Text(bytes));
  }
}

// SO_MARK needs privilege and marks what is sent. With tcp_fwmark_accept the accepted socket gets the mark of the
// packet that began the connection.
// Covers: setsockopt SO_MARK, EPERM
// REQUIRES: root, namespaces
#include "suite/network/options.h"

void test() {
  setup::write_all(setup::open("/proc/sys/net/ipv4/tcp_fwmark_accept", O_WRONLY), "1\n");
  setup::Listener listener = setup::tcp_listener();
  const int first = 0x77, second = 0x123456;
  for (int mark : {first, second}) {
    Fd socket = setup::socket(AF_INET, SOCK_STREAM);
    report(label("SO_MARK ", Hex{static_cast<uint32_t>(mark)}),
           sys::setsockopt(socket, SOL_SOCKET, SO_MARK, &mark, sizeof(mark)));
    setup::connect(socket, listener.address);
    Fd accepted = setup::accept(listener.socket);
    report("of the accepted socket", Hex{told<uint32_t>(accepted, SOL_SOCKET, SO_MARK)});
  }
  Fd socket = setup::socket(AF_INET, SOCK_STREAM);
  setup::become_ordinary();
  report("SO_MARK without privilege", sys::setsockopt(socket, SOL_SOCKET, SO_MARK, &first, sizeof(first)));
}

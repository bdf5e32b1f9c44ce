// connect may give a socket the port of another connection, if the other ends differ.
// Covers: connect port
// REQUIRES: root || ns-root, namespaces
#include "suite/network/addresses.h"

void test() {
  setup::Listener one = setup::tcp_listener(), other = setup::tcp_listener();
  setup::write_all(setup::open("/proc/sys/net/ipv4/ip_local_port_range", O_WRONLY), "20000 20000\n");
  Fd first = setup::socket(AF_INET, SOCK_STREAM), second = setup::socket(AF_INET, SOCK_STREAM);
  report("connect", sys::connect(first, &one.address, sizeof(one.address)));
  report("connect to another", sys::connect(second, &other.address, sizeof(other.address)));
  report("first", name_of<sockaddr_in>(first));
  report("second", name_of<sockaddr_in>(second));
  setup::write_all(first, "one");
  setup::write_all(second, "other");
  char bytes[8];
  report("read at the one", sys::read(setup::accept(one.socket), bytes, sizeof(bytes)));
  report("read at the other", sys::read(setup::accept(other.socket), bytes, sizeof(bytes)));
}

// Each address of the machine has ports of its own, and so have TCP and UDP. Each socket receives what is sent to its
// own address and port.
// Covers: bind port
// REQUIRES: namespaces
#include "suite/network/addresses.h"

void test() {
  const uint16_t port = __builtin_bswap16(20000);
  const sockaddr_in one = loopback_host(1, port), other = loopback_host(2, port);
  Fd first = setup::socket(AF_INET, SOCK_DGRAM), second = setup::socket(AF_INET, SOCK_DGRAM),
     stream = setup::socket(AF_INET, SOCK_STREAM), sender = setup::socket(AF_INET, SOCK_DGRAM);
  report("UDP at 127.0.0.1", sys::bind(first, &one, sizeof(one)));
  report("UDP at 127.0.0.2", sys::bind(second, &other, sizeof(other)));
  report("TCP at 127.0.0.1", sys::bind(stream, &one, sizeof(one)));
  setup::listen(stream);
  setup::require_value("sendto", sys::sendto(sender, "one", 3, 0, &one, sizeof(one)), 3);
  setup::require_value("sendto", sys::sendto(sender, "other", 5, 0, &other, sizeof(other)), 5);
  report("TCP: connect", sys::connect(setup::socket(AF_INET, SOCK_STREAM), &one, sizeof(one)));
  report_arrival("at 127.0.0.1", first);
  report_arrival("at 127.0.0.1 again", first, MSG_DONTWAIT);
  report_arrival("at 127.0.0.2", second);
}

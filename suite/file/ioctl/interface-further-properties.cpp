// The requests for the loopback interface's packet size, metric, queue, hardware and further
// addresses put each answer in its place behind the name.
// Covers: ioctl SIOCGIFMTU, SIOCGIFMETRIC, SIOCGIFTXQLEN, SIOCGIFMAP, SIOCGIFDSTADDR, SIOCGIFBRDADDR
// REQUIRES: namespaces
#include "wali/test.h"

namespace {

Guarded<ifreq> lo;

void show(const char *name, int socket, int request) {
  lo.fill();
  __builtin_memset(lo->ifr_name, 0, sizeof(lo->ifr_name));
  __builtin_memcpy(lo->ifr_name, "lo", 2);
  report(name, sys::ioctl(socket, request, &lo));
  report_walls("walls", lo);
}

} // namespace

void test() {
  Fd socket = setup::socket(AF_INET, SOCK_DGRAM);
  show("SIOCGIFMTU", socket, SIOCGIFMTU);
  report("packet size", lo->ifr_value);
  report_poison("behind it", lo->bytes + 4, 20);
  show("SIOCGIFMETRIC", socket, SIOCGIFMETRIC);
  report("metric", lo->ifr_value);
  show("SIOCGIFTXQLEN", socket, SIOCGIFTXQLEN);
  report("length of the queue", lo->ifr_value);
  show("SIOCGIFMAP", socket, SIOCGIFMAP);
  report("hardware", Text(lo->bytes, 21));
  show("SIOCGIFDSTADDR", socket, SIOCGIFDSTADDR);
  report("address of the peer", reinterpret_cast<const sockaddr_in &>(lo->ifr_addr));
  show("SIOCGIFBRDADDR", socket, SIOCGIFBRDADDR);
  report("address of all", reinterpret_cast<const sockaddr_in &>(lo->ifr_addr));
}

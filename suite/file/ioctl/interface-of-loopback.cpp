// The requests for the loopback interface's properties put each answer in its place behind
// the name, within 40 bytes.
// Covers: ioctl SIOCGIFFLAGS, SIOCGIFINDEX, SIOCGIFNAME, SIOCGIFADDR, SIOCGIFNETMASK, SIOCGIFHWADDR, ENODEV
#include "wali/test.h"

namespace {

Result request(int socket, int what, ifreq *interface, const char *name = "lo") {
  __builtin_memset(interface, poison, sizeof(*interface));
  __builtin_memset(interface->ifr_name, 0, sizeof(interface->ifr_name));
  __builtin_memcpy(interface->ifr_name, name, __builtin_strlen(name));
  return sys::ioctl(socket, what, interface);
}

} // namespace

void test() {
  Fd socket = setup::socket(AF_INET, SOCK_DGRAM);

  Guarded<ifreq> lo;
  report("SIOCGIFFLAGS", request(socket, SIOCGIFFLAGS, &lo));
  report("flags", Flags{abi::sets::if_flags, static_cast<uint16_t>(lo->ifr_flags)});
  report("name", Text(lo->ifr_name, 4));
  report_poison("behind the flags", lo->bytes + 2, 22);
  report_walls("walls", lo);
  report("SIOCGIFINDEX", request(socket, SIOCGIFINDEX, &lo));
  report("index", lo->ifr_value);
  report_poison("behind the index", lo->bytes + 4, 20);
  __builtin_memset(lo->ifr_name, poison, sizeof(lo->ifr_name));
  report("SIOCGIFNAME", sys::ioctl(socket, SIOCGIFNAME, &lo));
  report("name of interface 1", Text(lo->ifr_name));
  report("SIOCGIFADDR", request(socket, SIOCGIFADDR, &lo));
  report("address", reinterpret_cast<const sockaddr_in &>(lo->ifr_addr));
  report_poison("behind the address", lo->bytes + 16, 8);
  report("SIOCGIFNETMASK", request(socket, SIOCGIFNETMASK, &lo));
  report("mask", reinterpret_cast<const sockaddr_in &>(lo->ifr_addr));
  report("SIOCGIFHWADDR", request(socket, SIOCGIFHWADDR, &lo));
  report("kind of hardware", lo->ifr_addr.sa_family);
  report("SIOCGIFFLAGS of no interface", request(socket, SIOCGIFFLAGS, &lo, "nosuch0"));
  report_poison("behind the name", lo->bytes, 24);
  report("SIOCGIFFLAGS at a bad address", sys::ioctl(socket, SIOCGIFFLAGS, setup::bad_address()));
}

// Without privileges no property of an interface can be set, not even to its present value.
// Covers: ioctl SIOCSIFFLAGS, SIOCSIFMTU, EPERM, interface and privilege
// REQUIRES: user
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
  setup::require_zero("ioctl", request(socket, SIOCGIFMTU, &lo));
  report("SIOCSIFMTU", sys::ioctl(socket, SIOCSIFMTU, &lo));
  setup::require_zero("ioctl", request(socket, SIOCGIFFLAGS, &lo));
  report("SIOCSIFFLAGS", sys::ioctl(socket, SIOCSIFFLAGS, &lo));
}

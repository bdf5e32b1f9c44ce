// Root of a network namespace sets an interface's packet size, and takes it down and up: later
// reads give that, and what is sent while it is down is lost.
// Covers: ioctl SIOCSIFMTU, SIOCSIFFLAGS, interface down
// REQUIRES: root || ns-root, namespaces
#include "wali/test.h"

namespace {

ifreq loopback() {
  ifreq request = {};
  __builtin_memcpy(request.ifr_name, "lo", 2);
  return request;
}

void set_flags(int socket, int flags) {
  ifreq lo = loopback();
  lo.ifr_flags = static_cast<int16_t>(flags);
  report("SIOCSIFFLAGS", sys::ioctl(socket, SIOCSIFFLAGS, &lo));
  lo = loopback();
  report("SIOCGIFFLAGS", sys::ioctl(socket, SIOCGIFFLAGS, &lo));
  report("flags", Flags{abi::sets::if_flags, static_cast<uint16_t>(lo.ifr_flags)});
}

} // namespace

void test() {
  Fd socket = setup::socket(AF_INET, SOCK_DGRAM);
  ifreq lo = loopback();
  lo.ifr_value = 1501;
  report("SIOCSIFMTU", sys::ioctl(socket, SIOCSIFMTU, &lo));
  lo = loopback();
  report("SIOCGIFMTU", sys::ioctl(socket, SIOCGIFMTU, &lo));
  report("size", lo.ifr_value);
  sockaddr_in here = setup::loopback(9000);
  setup::bind(socket, here);
  setup::connect(socket, here);
  set_flags(socket, 0);
  report("write while it is down", sys::write(socket, "lost", 4));
  set_flags(socket, IFF_UP);
  report("write while it is up", sys::write(socket, "arrives", 7));
  GuardedBytes<8> buffer;
  report("read", sys::read(socket, &buffer, 8));
  report("bytes", buffer.bytes());
}

// SO_BINDTODEVICE returns the name of the device that a socket is bound to, with its NUL, or nothing if there is
// none. It refuses a buffer that is too short for the longest name.
// Covers: getsockopt SO_BINDTODEVICE, EINVAL
// REQUIRES: root || ns-root, namespaces
#include "wali/test.h"

namespace {

void report_device(const char *name, int socket, uint32_t room) {
  GuardedBytes<16> device;
  report(name, sys::getsockopt(socket, SOL_SOCKET, SO_BINDTODEVICE, &device, &room));
  report("size", room);
  report("device", device.bytes(3));
  report_poison("behind it", device.bytes().data + 3, 13);
}

} // namespace

void test() {
  Fd socket = setup::socket(AF_INET, SOCK_DGRAM);
  report_device("bound to none", socket, 16);
  setup::require_zero("setsockopt", sys::setsockopt(socket, SOL_SOCKET, SO_BINDTODEVICE, "lo", 3));
  report_device("bound", socket, 16);
  report_device("with less room", socket, 15);
}

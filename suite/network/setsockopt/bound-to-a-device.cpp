// A socket that SO_BINDTODEVICE binds to a device sends by it, and needs no route for that. An empty
// name unbinds it. There has to be a device of that name.
// Covers: setsockopt SO_BINDTODEVICE, ENODEV
// REQUIRES: root || ns-root, namespaces
#include "wali/test.h"

void test() {
  Fd socket = setup::socket(AF_INET, SOCK_DGRAM);
  sockaddr_in far = setup::loopback(9);
  far.sin_addr = __builtin_bswap32(0xc6336401); // 198.51.100.1, of documentation (RFC 5737)
  report("sendto", sys::sendto(socket, "x", 1, 0, &far, sizeof(far)));
  for (const char *device : {"missing", "lo", ""}) {
    const Text name(device);
    report(label("SO_BINDTODEVICE of `", name, "`"),
           sys::setsockopt(socket, SOL_SOCKET, SO_BINDTODEVICE, name.data, name.size + 1));
    report("sendto", sys::sendto(socket, "x", 1, 0, &far, sizeof(far)));
  }
}

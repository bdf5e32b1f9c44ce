// An option that takes no value may have a NULL pointer. SO_BINDTODEVICE then unbinds the device, and IP_OPTIONS
// clears the options.
// Covers: setsockopt SO_BINDTODEVICE, IP_OPTIONS
// REQUIRES: root || ns-root, namespaces
#include "suite/network/options.h"

void test() {
  Fd socket = setup::socket(AF_INET, SOCK_DGRAM);
  const uint8_t options[] = {0x94, 4, 0, 0}; // a router's alert (RFC 2113)
  setup::require_zero("setsockopt", sys::setsockopt(socket, SOL_SOCKET, SO_BINDTODEVICE, "lo", 3));
  setup::require_zero("setsockopt", sys::setsockopt(socket, SOL_IP, IP_OPTIONS, options, sizeof(options)));
  uint8_t bytes[16];
  uint32_t size = sizeof(bytes);
  report("get the device", sys::getsockopt(socket, SOL_SOCKET, SO_BINDTODEVICE, bytes, &size));
  report("size", size);
  size = sizeof(bytes);
  report("get the options", sys::getsockopt(socket, SOL_IP, IP_OPTIONS, bytes, &size));
  report("size", size);
  report("no device", sys::setsockopt(socket, SOL_SOCKET, SO_BINDTODEVICE, nullptr, 0));
  report("no options", sys::setsockopt(socket, SOL_IP, IP_OPTIONS, nullptr, 0));
  size = sizeof(bytes);
  report("get the device", sys::getsockopt(socket, SOL_SOCKET, SO_BINDTODEVICE, bytes, &size));
  report("size", size);
  size = sizeof(bytes);
  report("get the options", sys::getsockopt(socket, SOL_IP, IP_OPTIONS, bytes, &size));
  report("size", size);
}

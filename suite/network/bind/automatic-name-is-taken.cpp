// Another socket cannot be bound to a name that a socket got automatically until that socket is closed.
// Covers: bind EADDRINUSE, automatic name
#include "suite/network/addresses.h"

void test() {
  Fd first = local_socket(SOCK_DGRAM, Local{}), second = setup::socket(AF_UNIX, SOCK_DGRAM);
  sockaddr_un name = {};
  uint32_t size = sizeof(name);
  setup::require_zero("getsockname", sys::getsockname(first, &name, &size));
  report("bind", sys::bind(second, &name, size));
  first.reset();
  report("bind once it is closed", sys::bind(second, &name, size));
}

// A local address whose name is 108 NULs is an abstract name of 107 NULs, and getsockname returns it in full. A
// family other than AF_UNIX is refused.
// Covers: bind AF_UNIX, abstract name, EINVAL
#include "suite/network/addresses.h"

void test() {
  Fd socket = setup::socket(AF_UNIX, SOCK_DGRAM);
  sockaddr_un address = {AF_INET, {}};
  report("bind to another family", sys::bind(socket, &address, sizeof(address)));
  address.sun_family = AF_UNIX;
  report("bind", sys::bind(socket, &address, sizeof(address)));
  LocalRoom own;
  report("getsockname", sys::getsockname(socket, &own.address, &own.size));
  report_local(own, sizeof(address.sun_path));
}

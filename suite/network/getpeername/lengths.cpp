// getpeername stores the address's full length, and no more of the address than there is room
// for. It refuses a negative length.
// Covers: getpeername address length, EINVAL, EBADF, ENOTSOCK, EFAULT
#include "wali/test.h"

void test() {
  Fd socket = setup::socket(AF_INET, SOCK_DGRAM);
  sockaddr_in peer = setup::loopback(40000);
  setup::connect(socket, peer);
  Guarded<sockaddr_in> address;
  uint32_t size = 200;
  report("connected", sys::getpeername(socket, &address, &size));
  report("size", size);
  report("address", *address);
  report("zeros behind it", Text(address->sin_zero, 8));
  report_walls("walls", address);
  address.fill();
  size = 2;
  report("room for two bytes", sys::getpeername(socket, &address, &size));
  report("size", size);
  report_poison("behind them", address.bytes().data + 2, 14);
  size = 0;
  address.fill();
  report("no room", sys::getpeername(socket, &address, &size));
  report("size", size);
  report_poison("address", address);
  size = 0x80000000;
  report("negative room", sys::getpeername(socket, &address, &size));
  size = 16;
  Pipe pipe = setup::pipe();
  report("closed descriptor", sys::getpeername(1000, &address, &size));
  report("size", size);
  report("no socket", sys::getpeername(pipe.read, &address, &size));
  report("bad address", sys::getpeername(socket, setup::bad_address(), &size));
  report("bad length", sys::getpeername(socket, &address, static_cast<uint32_t *>(setup::bad_address())));
}

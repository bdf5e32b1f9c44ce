// getsockname and getpeername store an address and its full length, and no more of the
// address than there is room for. They refuse a negative length.
// Covers: getsockname address length, EINVAL, EBADF, ENOTSOCK, EFAULT
// Covers: getpeername address length, EINVAL, EBADF, ENOTSOCK, EFAULT
#include "wali/test.h"

namespace {

// One address, as the socket's own call gives it.
template <class Call> void report_lengths(const char *name, Call call, int socket) {
  Guarded<sockaddr_in> address;
  uint32_t size = 200;
  auto report_name = [&](const char *what, Result result) { report(label(name, ", ", what), result); };
  report_name("room for 200 bytes", call(socket, &address, &size));
  report("size", size);
  report("address", *address);
  report("zeros behind it", Text(address->sin_zero, 8));
  report_walls("walls", address);
  address.fill();
  size = 2;
  report_name("room for two bytes", call(socket, &address, &size));
  report("size", size);
  report("family", int{address->sin_family});
  report_poison("behind them", address.bytes().data + 2, 14);
  size = 0;
  address.fill();
  report_name("no room", call(socket, &address, &size));
  report("size", size);
  report_poison("address", address);
  size = 0x80000000;
  report_name("negative room", call(socket, &address, &size));
  size = 16;
  Pipe pipe = setup::pipe();
  report_name("closed descriptor", call(1000, &address, &size));
  report("size", size);
  report_name("no socket", call(pipe.read, &address, &size));
  report_name("bad address", call(socket, setup::bad_address(), &size));
  report_name("bad length", call(socket, &address, static_cast<uint32_t *>(setup::bad_address())));
}

} // namespace

void test() {
  Fd socket = setup::socket(AF_INET, SOCK_DGRAM);
  setup::connect(socket, setup::loopback(40000));
  report_lengths("getsockname", sys::getsockname, socket);
  report_lengths("getpeername", sys::getpeername, socket);
}

// bind refuses wrong descriptors, lengths, families and addresses. The socket can still be
// bound afterwards.
// Covers: bind EBADF, ENOTSOCK, EINVAL, EAFNOSUPPORT, EADDRNOTAVAIL, EADDRINUSE, EFAULT
#include "wali/test.h"

void test() {
  setup::Listener listener = setup::tcp_listener();
  Fd socket = setup::socket(AF_INET, SOCK_STREAM);
  sockaddr_in address = setup::loopback(0), foreign = {AF_INET, 0, 0x08080808, {}}, unix_family = {AF_UNIX, 0, 0, {}};
  Pipe pipe = setup::pipe();
  report("closed descriptor", sys::bind(1000, &address, 16));
  report("no socket", sys::bind(pipe.read, &address, 16));
  report("15 bytes", sys::bind(socket, &address, 15));
  report("more than any address", sys::bind(socket, &address, 129));
  report("length of -1", sys::bind(socket, &address, 0xffffffff));
  report("another family", sys::bind(socket, &unix_family, 16));
  report("an address not here", sys::bind(socket, &foreign, 16));
  report("a port in use", sys::bind(socket, &listener.address, 16));
  report("bad address", sys::bind(socket, setup::bad_address(), 16));
  report("good address", sys::bind(socket, &address, 16));
}

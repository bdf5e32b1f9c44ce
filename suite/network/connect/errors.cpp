// connect refuses wrong descriptors, lengths and addresses, and fails when nobody listens.
// Covers: connect ECONNREFUSED, EISCONN, EBADF, ENOTSOCK, EAFNOSUPPORT, EINVAL, EFAULT, ENOENT, EPROTOTYPE
#include "wali/test.h"

void test() {
  SocketPair connected = setup::tcp_pair();
  Fd socket = setup::socket(AF_INET, SOCK_STREAM);
  setup::Listener listener = setup::tcp_listener();
  sockaddr_in address = listener.address, nobody = setup::loopback(1), wrong = {99, 0, 0, {}};
  Pipe pipe = setup::pipe();
  report("nobody listens", sys::connect(socket, &nobody, 16));
  report("connected already", sys::connect(connected.first, &address, 16));
  report("closed descriptor", sys::connect(1000, &address, 16));
  report("no socket", sys::connect(pipe.read, &address, 16));
  report("unknown family", sys::connect(socket, &wrong, 16));
  report("one byte", sys::connect(socket, &address, 1));
  report("length of -1", sys::connect(socket, &address, 0xffffffff));
  report("bad address", sys::connect(socket, setup::bad_address(), 16));
  Fd local = setup::socket(AF_UNIX, SOCK_STREAM), datagram = setup::socket(AF_UNIX, SOCK_DGRAM);
  sockaddr_un missing = {AF_UNIX, "missing"}, bound = {AF_UNIX, "bound"};
  report("no such file", sys::connect(local, &missing, 10));
  setup::bind(datagram, bound);
  report("a stream to datagrams", sys::connect(local, &bound, 8));
}

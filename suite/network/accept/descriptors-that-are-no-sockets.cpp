// Every socket call refuses descriptors of other kinds with ENOTSOCK, and an O_PATH descriptor with EBADF.
// Covers: accept ENOTSOCK, EBADF
// Covers: accept4 ENOTSOCK, EBADF
// Covers: bind ENOTSOCK, EBADF
// Covers: connect ENOTSOCK, EBADF
// Covers: getpeername ENOTSOCK, EBADF
// Covers: getsockname ENOTSOCK, EBADF
// Covers: getsockopt ENOTSOCK, EBADF
// Covers: listen ENOTSOCK, EBADF
// Covers: recvfrom ENOTSOCK, EBADF
// Covers: recvmsg ENOTSOCK, EBADF
// Covers: sendmsg ENOTSOCK, EBADF
// Covers: sendto ENOTSOCK, EBADF
// Covers: setsockopt ENOTSOCK, EBADF
// Covers: shutdown ENOTSOCK, EBADF
#include "wali/test.h"

namespace {

void report_calls(const char *kind, int fd) {
  sockaddr_in address = setup::loopback(1);
  uint32_t size = sizeof(address);
  char byte = 'x';
  Message message(&byte, 1);
  auto report_refused = [&](const char *call, Result result) { report(label(call, " of ", kind), result); };
  report_refused("accept", sys::accept(fd, nullptr, nullptr));
  report_refused("accept4", sys::accept4(fd, nullptr, nullptr, 0));
  report_refused("bind", sys::bind(fd, &address, sizeof(address)));
  report_refused("connect", sys::connect(fd, &address, sizeof(address)));
  report_refused("getpeername", sys::getpeername(fd, &address, &size));
  report_refused("getsockname", sys::getsockname(fd, &address, &size));
  int value = 1;
  size = sizeof(value);
  report_refused("getsockopt", sys::getsockopt(fd, SOL_SOCKET, SO_TYPE, &value, &size));
  report_refused("listen", sys::listen(fd, 1));
  report_refused("recvfrom", sys::recvfrom(fd, &byte, 1, MSG_DONTWAIT, nullptr, nullptr));
  report_refused("recvmsg", sys::recvmsg(fd, message, MSG_DONTWAIT));
  report_refused("sendmsg", sys::sendmsg(fd, message, MSG_DONTWAIT));
  report_refused("sendto", sys::sendto(fd, &byte, 1, MSG_DONTWAIT, nullptr, 0));
  report_refused("setsockopt", sys::setsockopt(fd, SOL_SOCKET, SO_KEEPALIVE, &value, sizeof(value)));
  report_refused("shutdown", sys::shutdown(fd, SHUT_RDWR));
}

} // namespace

void test() {
  Pipe pipe = setup::pipe();
  report_calls("a file", setup::open("file", O_RDWR | O_CREAT));
  report_calls("a directory", setup::open(".", O_RDONLY | O_DIRECTORY));
  report_calls("a device", setup::open("/dev/null", O_RDWR));
  report_calls("a pipe", pipe.write);
  report_calls("an eventfd", setup::eventfd());
  report_calls("an epoll instance", setup::epoll());
  report_calls("a path", setup::open(".", O_PATH));
}

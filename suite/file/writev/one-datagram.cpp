// On a datagram socket each write of a vector is one message, even an empty one. Each read takes one message, and
// what does not fit its buffer is lost.
// Covers: writev datagram socket
// Covers: readv datagram socket
// Covers: write datagram socket, count 0
// Covers: read datagram socket, EAGAIN
#include "wali/test.h"

void test() {
  SocketPair sockets = setup::socketpair(SOCK_DGRAM | SOCK_NONBLOCK);
  char one[] = "one", two[] = "-two";
  const iovec words[] = {{one, 3}, {nullptr, 0}, {two, 4}};
  report("writev", sys::writev(sockets.first, words, 3));
  report("write", sys::write(sockets.first, "second", 6));
  report("write of nothing", sys::write(sockets.first, "lost", 0));
  report("write", sys::write(sockets.first, "third", 5));
  GuardedBytes<4> head;
  GuardedBytes<16> rest;
  const iovec parts[] = {{&head, 2}, {&rest, 16}};
  report("readv", sys::readv(sockets.second, parts, 2));
  report("head", head.bytes());
  report("rest", rest.bytes(7));
  report("read of three bytes", sys::read(sockets.second, &rest, 3));
  report("bytes", rest.bytes(7));
  report("read", sys::read(sockets.second, &rest, 16));
  report("read", sys::read(sockets.second, &rest, 16));
  report("bytes", rest.bytes(7));
  report("read of nothing left", sys::read(sockets.second, &rest, 16));
}

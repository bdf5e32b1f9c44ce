// sendmsg and recvmsg refuse wrong descriptors, counts, lengths and addresses. Nothing is
// sent then.
// Covers: sendmsg EBADF, ENOTSOCK, EFAULT, EMSGSIZE, EINVAL
// Covers: recvmsg EBADF, ENOTSOCK, EFAULT, EMSGSIZE, EINVAL, ENOTCONN
#include "wali/test.h"

void test() {
  SocketPair pair = setup::socketpair();
  Pipe pipe = setup::pipe();
  char byte = 'x';
  iovec vector[] = {{&byte, 1}};
  Message message(vector);
  auto *bad = static_cast<msghdr *>(setup::bad_address());
  report("send: closed descriptor", sys::sendmsg(1000, message, 0));
  report("send: no socket", sys::sendmsg(pipe.write, message, 0));
  report("send: bad header", sys::sendmsg(pair.first, bad, 0));
  report("receive: closed descriptor", sys::recvmsg(1000, message, 0));
  report("receive: no socket", sys::recvmsg(pipe.read, message, 0));
  report("receive: bad header", sys::recvmsg(pair.first, bad, 0));
  message->msg_iovlen = 1025;
  report("send: 1025 buffers", sys::sendmsg(pair.first, message, 0));
  report("receive: 1025 buffers", sys::recvmsg(pair.first, message, 0));
  message->msg_iovlen = 1;
  message->msg_iov = reinterpret_cast<iovec *>(bad);
  report("send: bad vector", sys::sendmsg(pair.first, message, 0));
  vector[0].iov_base = bad;
  message->msg_iov = vector;
  report("send: bad buffer", sys::sendmsg(pair.first, message, 0));
  vector[0].iov_base = &byte;
  sockaddr_in name = setup::loopback(9);
  message.with_name(&name, 0x80000000);
  report("send: name of -2^31 bytes", sys::sendmsg(pair.first, message, 0));
  report("receive: name of -2^31 bytes", sys::recvmsg(pair.first, message, MSG_DONTWAIT));
  message.with_name(nullptr, 0);
  Fd alone = setup::socket(AF_INET, SOCK_STREAM);
  report("receive: not connected", sys::recvmsg(alone, message, 0));
  cmsghdr control = {12, 0, SOL_SOCKET, SCM_RIGHTS}; // shorter than its own header
  message.with_control(control);
  report("send: control of 12 bytes", sys::sendmsg(pair.first, message, 0));
  report("nothing has arrived", sys::recvfrom(pair.second, &byte, 1, MSG_DONTWAIT, nullptr, nullptr));
}

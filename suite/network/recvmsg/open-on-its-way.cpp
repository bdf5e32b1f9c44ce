// An open file that is sent stays open on its way. A pipe whose only writer is in a socket has no end of file, and
// the writer works when it has arrived. It is closed with the last socket.
// Covers: recvmsg SCM_RIGHTS, on its way
// Covers: sendmsg SCM_RIGHTS, closed after sending
#include "wali/test.h"

namespace {

// Sends the write end of a pipe from a child, which ends then.
Fd send_writer(int socket) {
  Pipe pipe = setup::pipe(O_NONBLOCK);
  Control<int[1]> sent = rights(pipe.write);
  Child sender = setup::fork(
      [&] { setup::require_value("sendmsg", sys::sendmsg(socket, Message("x").with_control(sent), 0), 1); });
  report("sender", sender.wait());
  return static_cast<Fd &&>(pipe.read);
}

} // namespace

void test() {
  SocketPair pair = setup::socketpair();
  Fd reader = send_writer(pair.first), other = send_writer(pair.first);
  pair.first.reset();
  char byte = 0;
  report("read while it is on its way", sys::read(reader, &byte, 1));
  Control<int[1]> received = {};
  report("recvmsg", sys::recvmsg(pair.second, Message(&byte, 1).with_control(received), 0));
  Fd writer(received.value[0]);
  report("write", sys::write(writer, "y", 1));
  report("read", sys::read(reader, &byte, 1));
  writer.reset();
  report("read of the end", sys::read(reader, &byte, 1));
  report("read of the other while it is on its way", sys::read(other, &byte, 1));
  pair.second.reset();
  report("read of the end when the socket is closed", sys::read(other, &byte, 1));
}

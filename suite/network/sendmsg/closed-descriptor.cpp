// A descriptor that is not open cannot be sent. sendmsg fails with EBADF, and sends neither the bytes nor the
// descriptors beside it, which are not held open.
// Covers: sendmsg EBADF, SCM_RIGHTS
#include "wali/test.h"

void test() {
  SocketPair pair = setup::socketpair();
  Pipe pipe = setup::pipe(O_NONBLOCK);
  Control<int[2]> sent = rights(pipe.write, 1000), negative = rights(pipe.write, -1);
  report("closed descriptor", sys::sendmsg(pair.first, Message("x").with_control(sent), 0));
  report("descriptor -1", sys::sendmsg(pair.first, Message("x").with_control(negative), 0));
  char byte;
  report("nothing has arrived", sys::recvfrom(pair.second, &byte, 1, MSG_DONTWAIT, nullptr, nullptr));
  pipe.write.reset();
  report("read of the end of the pipe", sys::read(pipe.read, &byte, 1));
}

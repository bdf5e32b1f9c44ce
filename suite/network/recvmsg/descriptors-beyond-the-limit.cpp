// Descriptors that arrive beyond RLIMIT_NOFILE get no number. They are closed, with MSG_CTRUNC.
// Covers: recvmsg SCM_RIGHTS, RLIMIT_NOFILE, MSG_CTRUNC
#include "wali/test.h"

void test() {
  SocketPair pair = setup::socketpair();
  Pipe pipe = setup::pipe(O_NONBLOCK);
  Control<int[3]> sent = rights(0, 1, pipe.write);
  setup::require_value("sendmsg", sys::sendmsg(pair.first, Message("x").with_control(sent), 0), 1);
  pipe.write.reset();
  const int free = setup::lowest_free_descriptor();
  report("the only free descriptor", free);
  setup::limit(RLIMIT_NOFILE, static_cast<uint64_t>(free) + 1);
  char byte = 0;
  Guarded<Control<int[3]>> received;
  Message message(&byte, 1);
  message.with_control(&received, sizeof(Control<int[3]>));
  report("recvmsg", sys::recvmsg(pair.second, message, 0));
  report("byte", Text(&byte, 1));
  report("msg_flags", Flags{abi::sets::msg_flags, static_cast<uint32_t>(message->msg_flags)});
  report("cmsg_len", received->header.cmsg_len);
  report("descriptor", received->value[0]);
  report_poison("behind it", received->value + 1, 8);
  report("read of the end of the pipe", sys::read(pipe.read, &byte, 1));
}

// Bytes of a stream that are received in parts come with their sender's credentials in each of them.
// Covers: recvmsg SCM_CREDENTIALS, part of what was sent
#include "wali/test.h"

void test() {
  SocketPair pair = setup::socketpair();
  const int on = 1;
  setup::set_option(pair.second, SOL_SOCKET, SO_PASSCRED, on);
  Child child = setup::fork([&] { setup::write_all(pair.first, "abcdef"); });
  report("child", child.pid());
  report("its end", child.wait());
  for (int i = 0; i < 3; ++i) {
    char bytes[3] = {};
    Control<ucred> received = {};
    Message message(bytes, 2);
    message.with_control(received);
    report("recvmsg", sys::recvmsg(pair.second, message, 0));
    report("bytes", Text(bytes));
    report("msg_controllen", message->msg_controllen);
    report("pid", received.value.pid);
  }
}

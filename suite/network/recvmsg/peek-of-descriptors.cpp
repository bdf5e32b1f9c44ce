// MSG_PEEK gives a descriptor of its own each time, and leaves the one that was sent.
// Covers: recvmsg SCM_RIGHTS, MSG_PEEK
#include "wali/test.h"

void test() {
  SocketPair pair = setup::socketpair();
  Fd file = setup::open("file", O_RDWR | O_CREAT);
  Control<int[1]> sent = rights(file);
  setup::require_value("sendmsg", sys::sendmsg(pair.first, Message("x").with_control(sent), 0), 1);
  int descriptors[3], count = 0;
  for (int flags : {MSG_PEEK, MSG_PEEK, 0}) {
    char byte;
    Control<int[1]> received = {};
    report(label("recvmsg ", Flags{abi::sets::msg_flags, static_cast<uint32_t>(flags)}),
           sys::recvmsg(pair.second, Message(&byte, 1).with_control(received), flags));
    report("descriptor", received.value[0]);
    descriptors[count++] = received.value[0];
  }
  setup::seek(file, 5);
  for (int descriptor : descriptors)
    report("position", sys::lseek(descriptor, 0, SEEK_CUR));
  for (int descriptor : descriptors)
    report("close", sys::close(descriptor));
}

// A descriptor that arrives has no FD_CLOEXEC unless MSG_CMSG_CLOEXEC asks for it, whatever the sent one has. Its
// open file is the sender's, with O_NONBLOCK and the position shared.
// Covers: recvmsg SCM_RIGHTS, FD_CLOEXEC, O_NONBLOCK
#include "wali/test.h"

void test() {
  SocketPair pair = setup::socketpair();
  setup::write_file("file", "0123456789");
  Fd file = setup::open("file", O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  setup::seek(file, 4);
  Control<int[1]> sent = rights(file);
  setup::require_value("sendmsg", sys::sendmsg(pair.first, Message("x").with_control(sent), 0), 1);
  char byte;
  Control<int[1]> received = {};
  report("recvmsg", sys::recvmsg(pair.second, Message(&byte, 1).with_control(received), 0));
  Fd arrived(received.value[0]);
  report("flags of the descriptor", setup::descriptor_flags(arrived));
  report("flags of the open file", setup::status_flags(arrived));
  report("position", sys::lseek(arrived, 0, SEEK_CUR));
  report("read", sys::read(arrived, &byte, 1));
  report("position of the one that was sent", sys::lseek(file, 0, SEEK_CUR));
}
